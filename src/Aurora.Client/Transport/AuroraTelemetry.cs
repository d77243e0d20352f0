using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;

namespace Aurora.Client;

/// <summary>
/// Spans and counters with the name <c>Aurora.Client</c>. The spans are internal: the requests inside them are spans of <c>System.Net.Http</c>,
/// which have the attributes of OpenTelemetry's conventions for HTTP.
/// </summary>
internal static class AuroraTelemetry
{
    public const string Name = "Aurora.Client";

    // The number of tag values is limited, because a metrics backend stores a time series for each of them.
    private const int MaxDriftPaths = 200;
    private const string OtherPath = "_OTHER";

    private static readonly string Version = typeof(AuroraTelemetry).Assembly.GetName().Version!.ToString(3);
    private static readonly ActivitySource Source = new(Name, Version);
    private static readonly Meter Meter = new(Name, Version);
    private static readonly Counter<long> Videos = Meter.CreateCounter<long>("aurora.client.videos", "{video}", "Videos read.");
    private static readonly Counter<long> Requests = Meter.CreateCounter<long>("aurora.client.requests", "{request}", "Requests sent, including retries.");
    private static readonly Counter<long> Retries = Meter.CreateCounter<long>("aurora.client.retries", "{request}", "Requests sent again.");
    private static readonly Counter<long> Drift = Meter.CreateCounter<long>("aurora.client.schema_drift", "{deviation}", "Deviations of responses from the document.");
    private static readonly ConcurrentDictionary<string, bool> DriftPaths = new(StringComparer.Ordinal);

    public static Activity? Start(string operation) => Source.StartActivity(operation, ActivityKind.Internal);

    public static void CountRequest(AuroraRequest request, int attempt)
    {
        Requests.Add(1, new KeyValuePair<string, object?>("aurora.operation", request.Operation));
        if (attempt > 1)
            Retries.Add(1, new KeyValuePair<string, object?>("aurora.operation", request.Operation));
    }

    public static void CountVideos(int count) => Videos.Add(count);

    public static void CountDrift(SchemaDrift drift)
    {
        if (Drift.Enabled)
            Drift.Add(1, new KeyValuePair<string, object?>("aurora.drift.kind", drift.Kind.ToString()), new KeyValuePair<string, object?>("aurora.drift.path", Bounded(drift.DocumentPath)));
    }

    public static void Succeed(Activity? activity, int attempts) => activity?.SetTag("aurora.attempts", attempts);

    /// <summary>Records an exception that the client is about to throw, and returns it.</summary>
    public static AuroraApiException Fail(Activity? activity, AuroraApiException exception)
    {
        activity?
            .SetTag("aurora.attempts", exception.Attempts)
            .SetTag("error.type", exception.StatusCode is { } status ? ((int)status).ToString(CultureInfo.InvariantCulture) : exception.Kind.ToString())
            .SetStatus(ActivityStatusCode.Error);
        return exception;
    }

    private static string Bounded(string path) =>
        DriftPaths.ContainsKey(path) || (DriftPaths.Count < MaxDriftPaths && DriftPaths.TryAdd(path, true)) ? path : OtherPath;
}
