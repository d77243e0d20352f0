using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Aurora.Client.Tests;

/// <summary>Keeps every line that is logged, at every level, with its scopes and its structured values.</summary>
internal sealed class CollectingLoggerProvider : ILoggerProvider, ILogger<AuroraClient>
{
    private readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyCollection<string> Lines => _lines;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        _lines.Enqueue("scope " + state);
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue($"{logLevel} {eventId.Id} {formatter(state, exception)} {exception} {(state is IEnumerable<KeyValuePair<string, object?>> facts ? string.Join(" ", facts) : "")}");

    public void Dispose()
    {
    }
}
