namespace Aurora.Testing;

public sealed partial class AuroraFault
{
    /// <summary>Sends the headers and the first bytes of the body of the normal response, then closes the connection.</summary>
    /// <param name="afterBytes">The number of bytes of the body to send. With <paramref name="chunked"/>, they are one complete chunk.</param>
    /// <param name="chunked">true to use chunked transfer encoding; false to send a <c>Content-Length</c> header.</param>
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

    /// <summary>Resets the connection (RST) before the response.</summary>
    public static AuroraFault Reset() => new("connection reset", context => context.ResetAsync());

    /// <summary>Resets the connection (RST) in the middle of the normal response.</summary>
    /// <param name="afterBytes">The number of bytes to send first, counted from the status line. For example, 20 is within the headers.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="afterBytes"/> is negative.</exception>
    public static AuroraFault Reset(int afterBytes) => Cut("connection reset", afterBytes, async context =>
    {
        await FaultContext.WaitForSendAsync().ConfigureAwait(false);
        await context.ResetAsync().ConfigureAwait(false);
    });

    /// <summary>Closes the connection (FIN) before the response, or in the middle of the normal response.</summary>
    /// <remarks>
    /// If the connection closes before the first byte, <see cref="HttpClient"/> can send the request again, so the server can receive it twice.
    /// </remarks>
    /// <param name="afterBytes">The number of bytes to send first, counted from the status line. For example, 20 is within the headers.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="afterBytes"/> is negative.</exception>
    public static AuroraFault Close(int afterBytes = 0) => Cut("connection closed", afterBytes, context => context.CloseAsync());

    /// <summary>Sends the normal response after a delay, measured by the server's clock.</summary>
    /// <param name="delay">The delay.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="delay"/> is negative.</exception>
    public static AuroraFault Delay(TimeSpan delay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        return new($"delay of {delay}", async context =>
        {
            await context.PauseAsync(delay).ConfigureAwait(false);
            await context.SendAsync().ConfigureAwait(false);
        });
    }

    /// <summary>Sends the normal response in small chunks, with a delay after each chunk, measured by the server's clock.</summary>
    /// <param name="chunkSize">The size of a chunk in bytes.</param>
    /// <param name="delay">The delay after each chunk.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="chunkSize"/> is less than 1, or <paramref name="delay"/> is negative.
    /// </exception>
    public static AuroraFault SlowBody(int chunkSize, TimeSpan delay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(chunkSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        return new($"{chunkSize} byte(s) every {delay}", async context =>
        {
            await context.BeginAsync(length: null).ConfigureAwait(false);
            for (var sent = 0; sent < context.Body.Length; sent += chunkSize)
            {
                await context.WriteAsync(sent, Math.Min(chunkSize, context.Body.Length - sent)).ConfigureAwait(false);
                await context.PauseAsync(delay).ConfigureAwait(false);
            }
        });
    }

    /// <summary>Sends the first bytes of the body of the normal response, then sends nothing until the client disconnects.</summary>
    /// <param name="afterBytes">The number of bytes of the body to send.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="afterBytes"/> is negative.</exception>
    public static AuroraFault Stall(int afterBytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(afterBytes);
        return new($"stall after {afterBytes} bytes of the body", async context =>
        {
            await context.BeginAsync(context.Body.Length).ConfigureAwait(false);
            await context.WriteAsync(0, Math.Min(afterBytes, context.Body.Length)).ConfigureAwait(false);
            await context.PauseAsync(Timeout.InfiniteTimeSpan).ConfigureAwait(false);
        });
    }

    private static AuroraFault Cut(string name, int afterBytes, Func<FaultContext, Task> end)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(afterBytes);
        return new(afterBytes == 0 ? name : $"{name} after {afterBytes} bytes", async context =>
        {
            if (afterBytes > 0)
            {
                var head = context.Head(("Content-Length", $"{context.Body.Length}"));
                byte[] all = [.. head, .. context.Body];
                var sent = all.AsMemory(0, Math.Min(afterBytes, all.Length));
                await context.SendRawAsync(sent, afterBytes < head.Length ? null : context.Status).ConfigureAwait(false);
            }

            await end(context).ConfigureAwait(false);
        });
    }
}
