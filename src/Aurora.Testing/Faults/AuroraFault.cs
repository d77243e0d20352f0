using System.Globalization;
using System.Net;
using System.Text;
using Aurora.Testing.Faults;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Aurora.Testing;

/// <summary>
/// Something that a server or the network does instead of the right answer. Give it to <see cref="AuroraServer.Next"/> or
/// <see cref="AuroraServer.When"/>. Where a fault only disturbs the way, what it disturbs is the right answer.
/// </summary>
public sealed class AuroraFault
{
    private AuroraFault(Func<FaultContext, Task> send) => Send = send;

    internal Func<FaultContext, Task> Send { get; }

    /// <summary>An error with this status, in the words of the vendor's framework.</summary>
    /// <param name="status">The status.</param>
    /// <param name="detail">The text of <c>detail</c>.</param>
    /// <param name="retryAfter">The header <c>Retry-After</c> as it is to be sent: seconds, a date, or anything; null for none.</param>
    public static AuroraFault Status(HttpStatusCode status, string detail = "A fault that the test asked for.", string? retryAfter = null) => new(context =>
    {
        if (retryAfter is not null)
            context.Headers["Retry-After"] = retryAfter;
        return context.SendAsync(status, Encoding.UTF8.GetBytes(new JObject { ["detail"] = detail }.ToString(Formatting.None)));
    });

    /// <summary>An error with this status and a <c>Retry-After</c> in whole seconds.</summary>
    public static AuroraFault Status(HttpStatusCode status, TimeSpan retryAfter) =>
        Status(status, retryAfter: ((long)retryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture));

    /// <summary>Any body, for what no client should get.</summary>
    public static AuroraFault Body(byte[] body, string contentType = "application/json", HttpStatusCode status = HttpStatusCode.OK) => new(context =>
    {
        context.Headers.ContentType = contentType;
        return context.SendAsync(status, body);
    });

    /// <inheritdoc cref="Body(byte[], string, HttpStatusCode)"/>
    public static AuroraFault Body(string body, string contentType = "application/json", HttpStatusCode status = HttpStatusCode.OK) =>
        Body(Encoding.UTF8.GetBytes(body), contentType, status);

    /// <summary>A redirect (302) to another address.</summary>
    public static AuroraFault Redirect(Uri target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return new(context =>
        {
            context.Headers.Location = target.OriginalString;
            return context.SendAsync(HttpStatusCode.Found, []);
        });
    }

    /// <summary>The right answer, compressed.</summary>
    /// <param name="encoding"><c>gzip</c>, <c>br</c> or <c>deflate</c>.</param>
    public static AuroraFault Compressed(string encoding)
    {
        var compress = Compression.By(encoding);
        return new(context =>
        {
            context.Headers.ContentEncoding = encoding;
            return context.SendAsync(context.Status, compress(context.Body));
        });
    }

    /// <summary>The right answer, after a pause by the server's clock.</summary>
    public static AuroraFault Delay(TimeSpan delay) => new(async context =>
    {
        await context.PauseAsync(delay).ConfigureAwait(false);
        await context.SendAsync(context.Status, context.Body).ConfigureAwait(false);
    });

    /// <summary>The right answer in small pieces, with a pause by the server's clock after each.</summary>
    public static AuroraFault Dribble(int bytes, TimeSpan pause)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bytes, 1);
        return new(async context =>
        {
            await context.BeginAsync(length: null).ConfigureAwait(false);
            for (var sent = 0; sent < context.Body.Length; sent += bytes)
            {
                await context.WriteAsync(sent, Math.Min(bytes, context.Body.Length - sent)).ConfigureAwait(false);
                await context.PauseAsync(pause).ConfigureAwait(false);
            }
        });
    }

    /// <summary>The first bytes of the right answer, and then nothing, until the client goes.</summary>
    public static AuroraFault Stall(int afterBytes) => new(async context =>
    {
        await context.BeginAsync(context.Body.Length).ConfigureAwait(false);
        await context.WriteAsync(0, Math.Min(afterBytes, context.Body.Length)).ConfigureAwait(false);
        await context.PauseAsync(Timeout.InfiniteTimeSpan).ConfigureAwait(false);
    });

    /// <summary>The headers and the first bytes of the right answer, and then the end of the connection.</summary>
    /// <param name="afterBytes">How many bytes of the body go out first.</param>
    /// <param name="chunked">Whether the body is chunked, rather than of a length that the headers promise.</param>
    public static AuroraFault Truncate(int afterBytes, bool chunked = false) => new(async context =>
    {
        await context.BeginAsync(chunked ? null : context.Body.Length).ConfigureAwait(false);
        await context.WriteAsync(0, Math.Min(afterBytes, context.Body.Length)).ConfigureAwait(false);
        await context.AbortAsync().ConfigureAwait(false);
    });

    /// <summary>The same fault with a further response header.</summary>
    public AuroraFault With(string header, string value) => new(context =>
    {
        context.Headers[header] = value;
        return Send(context);
    });

    /// <summary>A reset of the connection (RST) before any answer.</summary>
    public static AuroraFault Reset() => new(context => context.ResetAsync());
}
