namespace Aurora.Testing;

/// <summary>
/// The pace at which videos move from <c>pending</c> over <c>in_queue</c> and <c>running</c> to their end: one step in each of the
/// first two, and some while they run. Give it to <see cref="AuroraServerOptions.Progress"/> or <see cref="AuroraVideoCollection.SetProgress"/>.
/// </summary>
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
    internal TimeSpan? Step { get; private init; }

    internal int? CallsPerStep { get; private init; }

    /// <summary>One step whenever this time has passed by the clock of <see cref="AuroraServerOptions.TimeProvider"/>.</summary>
    /// <param name="step">How long a step takes; more than zero.</param>
    /// <param name="runningSteps">How many steps a video runs for, from 1 to 100.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    public static AuroraVideoProgress ByClock(TimeSpan step, int runningSteps = 3)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(step, TimeSpan.Zero);
        return new AuroraVideoProgress($"a step every {step}", runningSteps) { Step = step };
    }

    /// <summary>
    /// One step whenever the video has been listed so many times: the first list has it as it is. Requests that are refused,
    /// or meet a fault in place of the answer, do not count.
    /// </summary>
    /// <param name="callsPerStep">How many lists a step takes; 1 or more.</param>
    /// <param name="runningSteps">How many steps a video runs for, from 1 to 100.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    public static AuroraVideoProgress ByCalls(int callsPerStep = 1, int runningSteps = 3)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(callsPerStep, 1);
        return new AuroraVideoProgress($"a step every {callsPerStep} call(s)", runningSteps) { CallsPerStep = callsPerStep };
    }

    /// <summary>The pace in words.</summary>
    public override string ToString() => $"{_name}, {RunningSteps} of them running";
}
