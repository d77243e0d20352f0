using Aurora.Testing.Faults;

namespace Aurora.Testing;

public sealed partial class AuroraFault
{
    /// <summary>The headers and the first bytes of the right answer, and then the end of the connection.</summary>
    /// <param name="afterBytes">How many bytes of the body go out first; as one whole chunk where it is chunked.</param>
    /// <param name="chunked">Whether the body is chunked, rather than of a length that the headers promise.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="afterBytes"/> is negative.</exception>
    public static AuroraFault Truncate(int afterBytes, bool chunked = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(afterBytes);
        return new($"{(chunked ? "chunked " : "")}body truncated after {afterBytes} bytes", async context =>
        {
            await context.BeginAsync(chunked ? null : context.Body.Length).ConfigureAwait(false);
            await context.WriteAsync(0, Math.Min(afterBytes, context.Body.Length)).ConfigureAwait(false);
            await context.AbortAsync().ConfigureAwait(false);
        });
    }

    /// <summary>A reset of the connection (RST) before any answer.</summary>
    public static AuroraFault Reset() => new("reset", context => context.ResetAsync());

    /// <summary>A reset of the connection (RST) in the answer, in its headers or its body.</summary>
    /// <param name="afterBytes">How many bytes of the right answer go out first, counted from the status line: 20 end in the headers.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="afterBytes"/> is negative.</exception>
    public static AuroraFault Reset(int afterBytes) => Cut("reset", afterBytes, async context =>
    {
        await FaultContext.MomentAsync().ConfigureAwait(false);
        await context.ResetAsync().ConfigureAwait(false);
    });

    /// <summary>The end of the connection (FIN) before the end of the answer, or before its beginning.</summary>
    /// <remarks><see cref="HttpClient"/> makes a request again by itself when the connection ends before the first byte, so the server can see it twice.</remarks>
    /// <param name="afterBytes">How many bytes of the right answer go out first, counted from the status line: 20 end in the headers.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="afterBytes"/> is negative.</exception>
    public static AuroraFault Close(int afterBytes = 0) => Cut("early close", afterBytes, context => context.CloseAsync());

    private static AuroraFault Cut(string name, int afterBytes, Func<FaultContext, Task> end)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(afterBytes);
        return new(afterBytes == 0 ? name : $"{name} after {afterBytes} bytes", async context =>
        {
            if (afterBytes > 0)
            {
                var head = context.Head(("Content-Length", $"{context.Body.Length}"));
                byte[] all = [.. head, .. context.Body];
                await context.SendRawAsync(all.AsMemory(0, Math.Min(afterBytes, all.Length)), afterBytes < head.Length ? null : context.Status).ConfigureAwait(false);
            }

            await end(context).ConfigureAwait(false);
        });
    }
}
