namespace Aurora.Testing;

/// <summary>
/// Describes how fast videos progress from <c>pending</c> through <c>in_queue</c> and <c>running</c> to a final status. A video stays for one
/// step each in the first two statuses, and for several steps in <c>running</c>.
/// </summary>
/// <seealso cref="AuroraServerOptions.Progress"/>
/// <seealso cref="AuroraVideoCollection.SetProgress"/>
public sealed class AuroraVideoProgress
{
    private const int MaxRunningSteps = 100;

    private readonly string _name;

    private AuroraVideoProgress(string name, int runningSteps)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(runningSteps, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(runningSteps, MaxRunningSteps);
        RunningSteps = runningSteps;
        _name = name;
    }

    internal int RunningSteps { get; }

    // Exactly one of the two is set.
    internal TimeSpan? Interval { get; private init; }

    internal int? RequestsPerStep { get; private init; }

    /// <summary>
    /// Creates progress that advances by one step each time an interval has passed on <see cref="AuroraServerOptions.TimeProvider"/>.
    /// </summary>
    /// <param name="interval">The duration of a step.</param>
    /// <param name="runningSteps">The number of steps that a video spends in <c>running</c>, from 1 to 100.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="interval"/> is zero or negative, or <paramref name="runningSteps"/> is not between 1 and 100.
    /// </exception>
    public static AuroraVideoProgress ByTime(TimeSpan interval, int runningSteps = 3)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(interval, TimeSpan.Zero);
        return new AuroraVideoProgress($"one step every {interval}", runningSteps) { Interval = interval };
    }

    /// <summary>
    /// Creates progress that advances by one step each time the video has been listed or retrieved a number of times. The first response contains
    /// the video unchanged. Requests that are rejected, or get a fault instead of the response, do not count.
    /// </summary>
    /// <param name="requestsPerStep">The number of requests per step.</param>
    /// <param name="runningSteps">The number of steps that a video spends in <c>running</c>, from 1 to 100.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="requestsPerStep"/> is less than 1, or <paramref name="runningSteps"/> is not between 1 and 100.
    /// </exception>
    public static AuroraVideoProgress ByRequests(int requestsPerStep = 1, int runningSteps = 3)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(requestsPerStep, 1);
        return new AuroraVideoProgress($"one step every {requestsPerStep} request(s)", runningSteps) { RequestsPerStep = requestsPerStep };
    }

    /// <summary>Returns a description, such as <c>one step every 2 request(s), 3 steps in running</c>.</summary>
    public override string ToString() => $"{_name}, {RunningSteps} steps in running";
}
