using System.Text;

namespace Aurora.Reliability.Tests.Faults;

/// <summary>Unexpected status codes and bodies.</summary>
internal static class StatusFaults
{
    private const string OneYear = "31536000";

    public static IEnumerable<Fault> All =>
    [
        Fault.Status("400 Bad Request"),
        Fault.Status("401 Unauthorized"),
        Fault.Status("403 Forbidden"),
        Fault.Status("404 Not Found"),
        Fault.Status("405 Method Not Allowed"),
        Fault.Status("408 Request Timeout"),
        Fault.Status("410 Gone"),
        Fault.Status("413 Content Too Large"),
        Fault.Status("414 URI Too Long"),
        Fault.Status("422 Unprocessable Content"),
        Fault.Status("429 Too Many Requests"),
        Fault.Status("429 Too Many Requests", "Retry-After: 20"),
        Fault.Send("429 Too Many Requests, Retry-After: a date in 30 seconds", setting =>
            RawResponse.Of("429 Too Many Requests", "", $"Retry-After: {setting.Clock.GetUtcNow().AddSeconds(30):R}")),
        Fault.Status("429 Too Many Requests", "Retry-After: Wed, 21 Oct 2015 07:28:00 GMT"),
        Fault.Status("429 Too Many Requests", "Retry-After: soon"),
        Fault.Status("429 Too Many Requests", "Retry-After: -5"),
        Fault.Status("429 Too Many Requests", "Retry-After: 0"),
        Fault.Status("429 Too Many Requests", "Retry-After: 99999999999999"),
        Fault.Status("429 Too Many Requests", "Retry-After: " + OneYear),
        Fault.Status("500 Internal Server Error"),
        Fault.Response("502 Bad Gateway with HTML", "502 Bad Gateway", "<html><h1>502 Bad Gateway</h1></html>", "Content-Type: text/html"),
        Fault.Status("503 Service Unavailable"),
        Fault.Status("503 Service Unavailable", "Retry-After: 20"),
        Fault.Status("503 Service Unavailable", "Retry-After: " + OneYear),
        Fault.Status("504 Gateway Timeout"),
        Fault.Status("599 Unassigned"),
        Fault.Reset("401 with a reset in the body", _ => RawResponse.Of("401 Unauthorized", """{"detail": "No."}""", RawResponse.Json)[..^5]),
        Fault.Stall("500 with a stall in the body", _ =>
            RawResponse.Of("500 Internal Server Error", """{"detail": "No."}""", RawResponse.Json)[..^5]),
        new("403 with an endless body", SendBodyAsync),
        Fault.Response("200 with HTML", "200 OK", "<html>Sign in</html>", "Content-Type: text/html"),
        Fault.Response("200 with an empty body", "200 OK", "", RawResponse.Json),
        Fault.Response("200 with null", "200 OK", "null", RawResponse.Json),
        Fault.Response("200 with an object", "200 OK", """{"results": []}""", RawResponse.Json),
        Fault.Send("200 with two arrays", setting => RawResponse.Of("200 OK", setting.Json + "[]", RawResponse.Json)),
        Fault.Send("200 with half an array", setting => RawResponse.Of("200 OK", setting.Half, RawResponse.Json)),
        Fault.Send("200 with a byte order mark", setting => RawResponse.Of("200 OK", "\ufeff" + setting.Json, RawResponse.Json)),
        Fault.Send("200 in UTF-16", setting =>
            RawResponse.Of("200 OK", Encoding.Unicode.GetBytes(setting.Json), RawResponse.Json + "; charset=utf-16")),
        Fault.Send("200 with a wrong charset", setting => RawResponse.Of("200 OK", setting.Body, RawResponse.Json + "; charset=utf-16")),
        Fault.Send("200 with a wrong content type", setting => RawResponse.Of("200 OK", setting.Body, "Content-Type: image/png")),
        Fault.Send("200 without a content type", setting => RawResponse.Of("200 OK", setting.Body)),
    ];

    private static async Task SendBodyAsync(RawConnection connection, FaultSetting setting)
    {
        await connection.SendAsync(RawResponse.Head("403 Forbidden", "Content-Type: text/plain"));
        while (true)
            await connection.SendAsync(new byte[64 * 1024]);
    }
}
