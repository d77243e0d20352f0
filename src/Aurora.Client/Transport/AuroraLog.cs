using Microsoft.Extensions.Logging;

namespace Aurora.Client;

/// <summary>The client's log messages. Their event IDs, names and properties do not change between releases.</summary>
// The messages are not generated from attributes, because the maintainers' tool compiles the client without source generators.
internal static class AuroraLog
{
    private static readonly Action<ILogger, SchemaDriftKind, SchemaDrift, Exception?> LogSchemaDrift = LoggerMessage.Define<SchemaDriftKind, SchemaDrift>(
        LogLevel.Warning, new EventId(1, nameof(SchemaDrift)), "The API deviates from its document ({Kind}): {Drift}.");

    private static readonly Action<ILogger, string, string, double, Exception?> LogRetry = LoggerMessage.Define<string, string, double>(
        LogLevel.Information, new EventId(2, nameof(Retry)), "{Request} failed ({Failure}). The client sends it again in {Seconds} s.");

    private static readonly Action<ILogger, double, int?, Exception?> LogRetryAfter = LoggerMessage.Define<double, int?>(
        LogLevel.Information, new EventId(3, nameof(RetryAfter)), "The API asks to wait {Seconds} s ({StatusCode}).");

    private static readonly Action<ILogger, double, int?, Exception?> LogThrottled = LoggerMessage.Define<double, int?>(
        LogLevel.Information, new EventId(4, nameof(Throttled)), "The API throttles requests. The client waits {Seconds} s ({StatusCode}).");

    public static void SchemaDrift(ILogger logger, SchemaDrift drift) => LogSchemaDrift(logger, drift.Kind, drift, null);

    /// <summary>Logs that a request is sent again after a pause that the client chooses.</summary>
    public static void Retry(ILogger logger, string request, string failure, TimeSpan wait) => LogRetry(logger, request, failure, Seconds(wait), null);

    /// <summary>Logs that the API asks for a pause.</summary>
    public static void RetryAfter(ILogger logger, TimeSpan wait, AuroraApiException rejection) => LogRetryAfter(logger, Seconds(wait), (int?)rejection.StatusCode, null);

    /// <summary>Logs that the API rejects requests without saying for how long.</summary>
    public static void Throttled(ILogger logger, TimeSpan wait, AuroraApiException rejection) => LogThrottled(logger, Seconds(wait), (int?)rejection.StatusCode, null);

    private static double Seconds(TimeSpan wait) => Math.Round(wait.TotalSeconds, 1);
}
