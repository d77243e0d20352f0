using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;

namespace Aurora.Client;

/// <summary>Spans and counters under the name <c>Aurora.Client</c>, by OpenTelemetry's conventions for HTTP clients. No query, no header.</summary>
internal static class AuroraTelemetry
{
    public const string Name = "Aurora.Client";

    private static readonly string Version = typeof(AuroraTelemetry).Assembly.GetName().Version!.ToString(3);
    private static readonly ActivitySource Source = new(Name, Version);
    private static readonly Meter Meter = new(Name, Version);
    private static readonly Counter<long> Videos = Meter.CreateCounter<long>("aurora.client.videos", "{video}", "Videos read.");
    private static readonly Counter<long> Requests = Meter.CreateCounter<long>("aurora.client.requests", "{request}", "Requests made, retries among them.");
    private static readonly Counter<long> Retries = Meter.CreateCounter<long>("aurora.client.retries", "{request}", "Requests made again.");
    private static readonly Counter<long> Drift = Meter.CreateCounter<long>("aurora.client.schema_drift", "{deviation}", "Departures of responses from the document.");

    public static Activity? Start(AuroraRequest request, Uri address)
    {
        var activity = Source.StartActivity(request.Operation, ActivityKind.Client);
        if (activity is null)
            return null;
        return activity
            .SetTag("http.request.method", request.Method)
            .SetTag("url.template", "/" + request.Template.TrimStart('/'))
            .SetTag("server.address", address.Host)
            .SetTag("server.port", address.Port);
    }

    /// <summary>A span over several requests.</summary>
    public static Activity? Start(string operation) => Source.StartActivity(operation, ActivityKind.Internal);

    public static void CountRequest(AuroraRequest request, int attempt)
    {
        Requests.Add(1, new KeyValuePair<string, object?>("aurora.operation", request.Operation));
        if (attempt > 1)
            Retries.Add(1, new KeyValuePair<string, object?>("aurora.operation", request.Operation));
    }

    public static void CountVideos(int count) => Videos.Add(count);

    public static void CountDrift(SchemaDrift drift) =>
        Drift.Add(1, new KeyValuePair<string, object?>("aurora.drift.kind", drift.Kind.ToString()), new KeyValuePair<string, object?>("aurora.drift.path", drift.Path));

    public static void Succeed(Activity? activity, int statusCode, int attempts) =>
        activity?.SetTag("http.response.status_code", statusCode).SetTag("http.request.resend_count", attempts - 1);

    public static void Fail(Activity? activity, AuroraApiException exception, int attempts)
    {
        if (activity is null)
            return;
        if (exception.StatusCode is { } status)
            activity.SetTag("http.response.status_code", (int)status);
        activity
            .SetTag("http.request.resend_count", Math.Max(0, attempts - 1))
            .SetTag("error.type", exception.StatusCode is { } code ? ((int)code).ToString(CultureInfo.InvariantCulture) : exception.Kind.ToString())
            .SetStatus(ActivityStatusCode.Error);
    }
}
