using System.Diagnostics;

namespace Aurora.Cli.Connections;

/// <summary>Writes a line for each request and retry: the method, the address without the query, the outcome and the duration.</summary>
internal sealed class RequestTrace : IDisposable
{
    private readonly ActivityListener _listener;

    public RequestTrace(Action<string> write)
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "System.Net.Http",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => write(Describe(activity)),
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public void Dispose() => _listener.Dispose();

    private static string Describe(Activity activity)
    {
        var outcome = activity.GetTagItem("http.response.status_code") ?? activity.GetTagItem("error.type") ?? "no response";
        var request = $"{activity.GetTagItem("http.request.method")} {activity.GetTagItem("url.full")}";
        return string.Create(
            CultureInfo.InvariantCulture, $"> {request} {outcome}, headers after {activity.Duration.TotalMilliseconds:0} ms");
    }
}
