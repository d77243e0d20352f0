using System.Diagnostics;
using System.Globalization;

namespace Aurora.Cli.Connections;

/// <summary>Says each request that goes out, with retries, as <c>--verbose</c> asks for: method, address without query, outcome, time.</summary>
internal sealed class RequestTrace : IDisposable
{
    private readonly ActivityListener _listener;

    public RequestTrace(Action<string> say)
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "System.Net.Http",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => say(Describe(activity)),
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public void Dispose() => _listener.Dispose();

    private static string Describe(Activity activity)
    {
        var outcome = activity.GetTagItem("http.response.status_code") ?? activity.GetTagItem("error.type") ?? "no answer";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"> {activity.GetTagItem("http.request.method")} {activity.GetTagItem("url.full")} {outcome}, headers after {activity.Duration.TotalMilliseconds:0} ms");
    }
}
