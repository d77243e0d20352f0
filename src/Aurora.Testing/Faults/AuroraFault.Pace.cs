namespace Aurora.Testing;

public sealed partial class AuroraFault
{
    /// <summary>The right answer, after a pause by the server's clock.</summary>
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

    /// <summary>The right answer in small pieces, with a pause by the server's clock after each.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bytes"/> is less than 1, or <paramref name="pause"/> negative.</exception>
    public static AuroraFault Dribble(int bytes, TimeSpan pause)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bytes, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(pause, TimeSpan.Zero);
        return new($"{bytes} byte(s) every {pause}", async context =>
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
    /// <param name="afterBytes">How many bytes of the body go out first.</param>
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
