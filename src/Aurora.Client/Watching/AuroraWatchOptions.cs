namespace Aurora.Client;

/// <summary>Options for <see cref="AuroraClient.WatchAsync"/> and <see cref="AuroraClient.WaitForCompletionAsync"/>.</summary>
public sealed class AuroraWatchOptions
{
    /// <summary>Gets or sets the delay before the next poll after a change.</summary>
    /// <value>Between 100 milliseconds and 1 hour. Defaults to 5 seconds. It varies randomly by up to a fifth.</value>
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Gets or sets the maximum delay. Each poll without a change makes the delay 1.5 times as long, up to this value.</summary>
    /// <value>Between <see cref="Interval"/> and 1 hour. Defaults to 30 seconds.</value>
    public TimeSpan MaxInterval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets or sets the maximum duration of the watch.</summary>
    /// <value>Greater than zero. Defaults to null: the watch ends when all videos are final.</value>
    public TimeSpan? Deadline { get; set; }

    /// <summary>
    /// Gets or sets a callback for the ids that the account does not have, or no longer has. It is called after the poll that noticed them, before
    /// the changes of that poll. The other videos are watched on.
    /// </summary>
    /// <value>Defaults to null: such an id ends the watch with an <see cref="AuroraApiException"/>.</value>
    public Action<IReadOnlyList<Guid>>? OnMissing { get; set; }

    internal void ThrowIfInvalid(string parameter)
    {
        var hour = TimeSpan.FromHours(1);
        if (Interval < TimeSpan.FromMilliseconds(100) || Interval > hour)
            throw new ArgumentException($"Interval is {Interval}, but must be between 100 milliseconds and 1 hour.", parameter);
        if (MaxInterval < Interval || MaxInterval > hour)
            throw new ArgumentException($"MaxInterval is {MaxInterval}, but must be between Interval ({Interval}) and 1 hour.", parameter);
        if (Deadline <= TimeSpan.Zero)
            throw new ArgumentException($"Deadline is {Deadline}, but must be greater than zero, or null for no deadline.", parameter);
    }
}
