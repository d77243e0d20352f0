using Microsoft.Extensions.Logging;

namespace Aurora.Cli.Connections;

/// <summary>Shows a message when the client waits for a long time.</summary>
internal sealed class WaitNotice(Action<string> say) : ILogger<AuroraClient>
{
    private const double ExpectedSeconds = 2;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel == LogLevel.Information;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (state is IEnumerable<KeyValuePair<string, object?>> facts && facts.Any(fact => fact is { Key: "Seconds", Value: > ExpectedSeconds }))
            say($"aurora: {formatter(state, exception)}");
    }
}
