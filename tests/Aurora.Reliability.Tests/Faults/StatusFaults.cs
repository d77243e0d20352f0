using System.Text;

namespace Aurora.Reliability.Tests.Faults;

/// <summary>What servers answer.</summary>
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
        Fault.Sent("429 Too Many Requests, Retry-After: a date in 30 seconds", setting =>
            RawAnswer.Of("429 Too Many Requests", "", $"Retry-After: {setting.Clock.GetUtcNow().AddSeconds(30):R}")),
        Fault.Status("429 Too Many Requests", "Retry-After: Wed, 21 Oct 2015 07:28:00 GMT"),
        Fault.Status("429 Too Many Requests", "Retry-After: soon"),
        Fault.Status("429 Too Many Requests", "Retry-After: -5"),
        Fault.Status("429 Too Many Requests", "Retry-After: 0"),
        Fault.Status("429 Too Many Requests", "Retry-After: 99999999999999"),
        Fault.Status("429 Too Many Requests", "Retry-After: " + OneYear),
        Fault.Status("500 Internal Server Error"),
        Fault.Answer("502 Bad Gateway in HTML", "502 Bad Gateway", "<html><h1>502 Bad Gateway</h1></html>", "Content-Type: text/html"),
        Fault.Status("503 Service Unavailable"),
        Fault.Status("503 Service Unavailable", "Retry-After: 20"),
        Fault.Status("503 Service Unavailable", "Retry-After: " + OneYear),
        Fault.Status("504 Gateway Timeout"),
        Fault.Status("599 Unheard Of"),
        Fault.Reset("401 whose body breaks off", _ => RawAnswer.Of("401 Unauthorized", """{"detail": "No."}""", RawAnswer.Json)[..^5]),
        Fault.Stall("500 whose body stalls", _ => RawAnswer.Of("500 Internal Server Error", """{"detail": "No."}""", RawAnswer.Json)[..^5]),
        new("403 whose body does not end", SendBodyAsync),
        Fault.Answer("200 with HTML", "200 OK", "<html>Sign in</html>", "Content-Type: text/html"),
        Fault.Answer("200 with nothing", "200 OK", "", RawAnswer.Json),
        Fault.Answer("200 with null", "200 OK", "null", RawAnswer.Json),
        Fault.Answer("200 with an object", "200 OK", """{"results": []}""", RawAnswer.Json),
        Fault.Sent("200 with two arrays", setting => RawAnswer.Of("200 OK", setting.Json + "[]", RawAnswer.Json)),
        Fault.Sent("200 with half of the array", setting => RawAnswer.Of("200 OK", setting.Half, RawAnswer.Json)),
        Fault.Sent("200 with a byte order mark", setting => RawAnswer.Of("200 OK", "\ufeff" + setting.Json, RawAnswer.Json)),
        Fault.Sent("200 in UTF-16", setting => RawAnswer.Of("200 OK", Encoding.Unicode.GetBytes(setting.Json), RawAnswer.Json + "; charset=utf-16")),
        Fault.Sent("200 with a charset that is not its own", setting => RawAnswer.Of("200 OK", setting.Body, RawAnswer.Json + "; charset=utf-16")),
        Fault.Sent("200 with a type that is not its own", setting => RawAnswer.Of("200 OK", setting.Body, "Content-Type: image/png")),
        Fault.Sent("200 without a type", setting => RawAnswer.Of("200 OK", setting.Body)),
    ];

    private static async Task SendBodyAsync(RawConnection connection, FaultSetting setting)
    {
        await connection.SendAsync(RawAnswer.Head("403 Forbidden", "Content-Type: text/plain"));
        while (true)
            await connection.SendAsync(new byte[64 * 1024]);
    }
}
