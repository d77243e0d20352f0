namespace Aurora.Testing;

public sealed partial class AuroraFault
{
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
}
