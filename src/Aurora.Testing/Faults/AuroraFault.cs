using Microsoft.AspNetCore.WebUtilities;

namespace Aurora.Testing;

/// <summary>
/// A fault that replaces or disturbs the normal response of an <see cref="AuroraServer"/>. You can inject the same fault any number of times.
/// </summary>
/// <seealso cref="AuroraServer.EnqueueFaults"/>
/// <seealso cref="AuroraServer.InjectFaultWhen"/>
/// <seealso cref="AuroraServer.InjectFaultsRandomly"/>
public sealed partial class AuroraFault
{
    private readonly string _name;

    private AuroraFault(string name, Func<FaultContext, Task> send)
    {
        _name = name;
        Send = send;
    }

    /// <summary>
    /// Gets the faults that a client should survive: 500, 502 with HTML, 503 with a <c>Retry-After</c> of one second, 429, a delay of one
    /// second, a connection reset, a closed connection and a truncated body.
    /// </summary>
    public static IReadOnlyList<AuroraFault> CommonFaults { get; } =
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

    /// <summary>
    /// Responds with a status code and a JSON body in the format of the vendor's framework. Status codes that do not allow a body, such as
    /// 204, have none.
    /// </summary>
    /// <param name="status">The status code. For codes below 200, use <see cref="Informational"/>.</param>
    /// <param name="detail">The value of <c>detail</c> in the body.</param>
    /// <param name="retryAfter">
    /// The exact value of the <c>Retry-After</c> header, or null to omit the header. The value does not have to be valid.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="status"/> is not between 200 and 999.</exception>
    public static AuroraFault Status(HttpStatusCode status, string detail = "Injected fault.", string? retryAfter = null)
    {
        ThrowIfNotFinal(status);
        return new(Name(status) + (retryAfter is null ? "" : $", Retry-After: {retryAfter}"), context =>
        {
            if (retryAfter is not null)
                context.Headers["Retry-After"] = retryAfter;
            return context.SendAsync(status, Encoding.UTF8.GetBytes(new JObject { ["detail"] = detail }.ToString(Formatting.None)));
        });
    }

    /// <summary>Responds with a status code and a <c>Retry-After</c> header in whole seconds.</summary>
    /// <param name="status">The status code. For codes below 200, use <see cref="Informational"/>.</param>
    /// <param name="retryAfter">The value of the <c>Retry-After</c> header. Fractions of a second are discarded.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="status"/> is not between 200 and 999.</exception>
    public static AuroraFault Status(HttpStatusCode status, TimeSpan retryAfter) =>
        Status(status, retryAfter: ((long)retryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture));

    /// <summary>Responds with the specified body.</summary>
    /// <param name="body">The body. It does not have to be valid.</param>
    /// <param name="contentType">The value of the <c>Content-Type</c> header.</param>
    /// <param name="status">The status code.</param>
    /// <exception cref="ArgumentNullException"><paramref name="body"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="status"/> is not between 200 and 999.</exception>
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

    /// <summary>Responds with a redirect (302).</summary>
    /// <param name="target">The value of the <c>Location</c> header.</param>
    /// <exception cref="ArgumentNullException"><paramref name="target"/> is null.</exception>
    public static AuroraFault Redirect(Uri target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return new($"redirect to {target.OriginalString}", context =>
        {
            context.Headers.Location = target.OriginalString;
            return context.SendAsync(HttpStatusCode.Found, []);
        });
    }

    /// <summary>Sends the normal response with an additional header.</summary>
    /// <param name="name">The name of the header.</param>
    /// <param name="value">The value of the header.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or empty.</exception>
    public static AuroraFault Header(string name, string value) =>
        new AuroraFault("normal response", context => context.SendAsync()).WithHeader(name, value);

    /// <summary>Returns a copy of the fault that also sends a response header. Headers set by the fault itself take precedence.</summary>
    /// <param name="name">The name of the header.</param>
    /// <param name="value">The value of the header.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or empty.</exception>
    public AuroraFault WithHeader(string name, string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return new($"{_name}, {name}: {value}", context =>
        {
            context.Headers[name] = value;
            return Send(context);
        });
    }

    /// <summary>Returns a short description, such as <c>503 Service Unavailable</c>.</summary>
    public override string ToString() => _name;

    private static string Name(HttpStatusCode status) => $"{(int)status} {ReasonPhrases.GetReasonPhrase((int)status)}".TrimEnd();

    private static void ThrowIfNotFinal(HttpStatusCode status)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan((int)status, 200, nameof(status));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((int)status, 999, nameof(status));
    }
}
