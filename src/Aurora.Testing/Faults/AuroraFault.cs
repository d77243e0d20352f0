using System.Globalization;
using System.Net;
using System.Text;
using Aurora.Testing.Faults;
using Microsoft.AspNetCore.WebUtilities;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Aurora.Testing;

/// <summary>
/// Something that a server or the network does instead of the right answer. Give it to <see cref="AuroraServer.EnqueueFaults"/>,
/// <see cref="AuroraServer.InjectFaultWhen"/> or <see cref="AuroraServer.InjectFaultsRandomly"/>, any number of times. Where a fault only disturbs the way, what it
/// disturbs is the right answer.
/// </summary>
public sealed partial class AuroraFault
{
    private readonly string _name;

    private AuroraFault(string name, Func<FaultContext, Task> send)
    {
        _name = name;
        Send = send;
    }

    /// <summary>
    /// What servers and networks do every day, and a client should survive: 500, 502 with HTML, 503 with a <c>Retry-After</c> of a
    /// second, 429, a delay of a second, a reset, an early close and a truncated body.
    /// </summary>
    public static IReadOnlyList<AuroraFault> Everyday { get; } =
    [
        Status(HttpStatusCode.InternalServerError),
        Body("<html><body>Bad gateway</body></html>", "text/html", HttpStatusCode.BadGateway),
        Status(HttpStatusCode.ServiceUnavailable, TimeSpan.FromSeconds(1)),
        Status(HttpStatusCode.TooManyRequests),
        Delay(TimeSpan.FromSeconds(1)),
        Reset(),
        Close(),
        Truncate(100),
    ];

    internal Func<FaultContext, Task> Send { get; }

    /// <summary>An error with this status, in the words of the vendor's framework; without a body where the status allows none, as 204.</summary>
    /// <param name="status">The status, from 200 on. <see cref="Interim"/> is for those below.</param>
    /// <param name="detail">The text of <c>detail</c>.</param>
    /// <param name="retryAfter">The header <c>Retry-After</c> as it is to be sent: seconds, a date, or anything; null for none.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="status"/> is not from 200 to 999.</exception>
    public static AuroraFault Status(HttpStatusCode status, string detail = "A fault that the test asked for.", string? retryAfter = null)
    {
        ThrowIfNotFinal(status);
        return new(Name(status) + (retryAfter is null ? "" : $", Retry-After: {retryAfter}"), context =>
        {
            if (retryAfter is not null)
                context.Headers["Retry-After"] = retryAfter;
            return context.SendAsync(status, Encoding.UTF8.GetBytes(new JObject { ["detail"] = detail }.ToString(Formatting.None)));
        });
    }

    /// <summary>An error with this status and a <c>Retry-After</c> in whole seconds.</summary>
    public static AuroraFault Status(HttpStatusCode status, TimeSpan retryAfter) =>
        Status(status, retryAfter: ((long)retryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture));

    /// <summary>Any body, for what no client should get.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="status"/> is not from 200 to 999.</exception>
    public static AuroraFault Body(byte[] body, string contentType = "application/json", HttpStatusCode status = HttpStatusCode.OK)
    {
        ArgumentNullException.ThrowIfNull(body);
        ThrowIfNotFinal(status);
        return new($"{Name(status)} with {body.Length} bytes of {contentType}", context =>
        {
            context.Headers.ContentType = contentType;
            return context.SendAsync(status, body);
        });
    }

    /// <inheritdoc cref="Body(byte[], string, HttpStatusCode)"/>
    public static AuroraFault Body(string body, string contentType = "application/json", HttpStatusCode status = HttpStatusCode.OK) =>
        Body(Encoding.UTF8.GetBytes(body), contentType, status);

    /// <summary>A redirect (302) to another address.</summary>
    public static AuroraFault Redirect(Uri target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return new($"redirect to {target.OriginalString}", context =>
        {
            context.Headers.Location = target.OriginalString;
            return context.SendAsync(HttpStatusCode.Found, []);
        });
    }

    /// <summary>The right answer with a further response header.</summary>
    public static AuroraFault Header(string header, string value) => new AuroraFault("the right answer", context => context.SendAsync()).With(header, value);

    /// <summary>The same fault with a further response header. What the fault itself says of a header goes before.</summary>
    public AuroraFault With(string header, string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(header);
        return new($"{_name}, {header}: {value}", context =>
        {
            context.Headers[header] = value;
            return Send(context);
        });
    }

    /// <summary>The fault in a few words, such as <c>503 Service Unavailable</c>.</summary>
    public override string ToString() => _name;

    private static string Name(HttpStatusCode status) => $"{(int)status} {ReasonPhrases.GetReasonPhrase((int)status)}".TrimEnd();

    private static void ThrowIfNotFinal(HttpStatusCode status)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan((int)status, 200, nameof(status));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((int)status, 999, nameof(status));
    }
}
