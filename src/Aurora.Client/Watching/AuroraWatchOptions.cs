namespace Aurora.Client;

/// <summary>How often the API is asked while videos are watched, and for how long.</summary>
public sealed class AuroraWatchOptions
{
    /// <summary>The pause between two polls, after a change.</summary>
    /// <value>From 100 milliseconds to 1 hour. The default is 5 seconds. It varies by up to a fifth at random.</value>
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest pause: each poll without a change makes it half as long again, up to this.</summary>
    /// <value>From <see cref="Interval"/> to 1 hour. The default is 30 seconds.</value>
    public TimeSpan MaxInterval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long to watch in all.</summary>
    /// <value>More than zero. The default is null: until all have ended.</value>
    public TimeSpan? Deadline { get; set; }

    internal void ThrowIfInvalid(string parameter)
    {
        var hour = TimeSpan.FromHours(1);
        if (Interval < TimeSpan.FromMilliseconds(100) || Interval > hour)
            throw new ArgumentException($"Interval is {Interval} and must lie between 100 milliseconds and 1 hour.", parameter);
        if (MaxInterval < Interval || MaxInterval > hour)
            throw new ArgumentException($"MaxInterval is {MaxInterval} and must lie between Interval, {Interval}, and 1 hour.", parameter);
        if (Deadline <= TimeSpan.Zero)
            throw new ArgumentException($"Deadline is {Deadline} and must be more than zero, or null for none.", parameter);
    }
}
