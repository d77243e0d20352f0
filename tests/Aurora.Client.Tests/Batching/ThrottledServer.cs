using System.Globalization;
using WireMock;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;
using WireMock.Settings;

namespace Aurora.Client.Tests.Batching;

/// <summary>A server that throttles as Django REST framework does, and has a video for every id.</summary>
internal sealed class ThrottledServer : IDisposable
{
    private readonly WireMockServer _server = WireMockServer.Start(new WireMockServerSettings { Urls = ["http://127.0.0.1:0"] });
    private readonly SimpleRateThrottle _throttle;
    private int _requests;

    public ThrottledServer(SimpleRateThrottle throttle)
    {
        _throttle = throttle;
        _server.Given(Request.Create()).RespondWith(Response.Create().WithCallback(Respond));
    }

    public Uri Address => new(_server.Url!);

    /// <summary>Gets the number of requests, including rejected ones.</summary>
    public int Requests => Volatile.Read(ref _requests);

    public void Dispose() => _server.Dispose();

    private ResponseMessage Respond(IRequestMessage request)
    {
        Interlocked.Increment(ref _requests);
        if (_throttle.Reject() is { } wait)
            return Json(429, $$"""{"detail":"Request was throttled. Expected available in {{wait}} seconds."}""", wait);
        var ids = request.Query!["ids"].SelectMany(value => value.Split(','));
        return Json(200, $"[{string.Join(",", ids.Select(id => $$"""{"id":"{{id}}","status":"done"}"""))}]", null);
    }

    private static ResponseMessage Json(int status, string body, int? retryAfter)
    {
        var response = new ResponseMessage
        {
            StatusCode = status,
            BodyData = new WireMock.Util.BodyData { DetectedBodyType = WireMock.Types.BodyType.String, BodyAsString = body },
        };
        response.AddHeader("Content-Type", "application/json");
        if (retryAfter is { } seconds)
            response.AddHeader("Retry-After", seconds.ToString(CultureInfo.InvariantCulture));
        return response;
    }
}
