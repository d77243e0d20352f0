using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Aurora.Client.Tests;

/// <summary>Collects every log line at every level, and the structured values of each line separately.</summary>
internal sealed class CollectingLoggerProvider : ILoggerProvider, ILogger<AuroraClient>
{
    private readonly ConcurrentQueue<string> _lines = new();

    private readonly ConcurrentQueue<string> _values = new();

    public IReadOnlyCollection<string> Lines => _lines;

    /// <summary>The structured values, followed by the lines.</summary>
    public IEnumerable<string> Everything => _values.Concat(_lines);

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        _lines.Enqueue("scope " + state);
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        _lines.Enqueue($"{logLevel} {eventId.Id} {formatter(state, exception)} {exception}");
        if (state is IEnumerable<KeyValuePair<string, object?>> values)
            _values.Enqueue(string.Join(" ", values));
    }

    public void Dispose()
    {
    }
}
