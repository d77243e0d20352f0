using Newtonsoft.Json.Linq;

namespace Aurora.Testing.Motion;

/// <summary>The way of one video. Not safe for threads: the collection that holds it sees to that.</summary>
internal sealed class VideoMotion(ProgressPlan plan, int start, AuroraVideoProgress pace, TimeProvider clock, string? reason = null)
{
    // What a step is worth in updated_at where the clock does not say it.
    private static readonly TimeSpan CallsStep = TimeSpan.FromSeconds(5);

    private readonly long _started = clock.GetTimestamp();
    private readonly int _start = Math.Max(start, 0);
    private int _shown = start;
    private int _calls;

    public bool HasEnded => _shown == plan.Last;

    /// <summary>Counts a list that had the video.</summary>
    public void Count() => _calls++;

    /// <summary>The video as it is after the steps that are due, or null when none is.</summary>
    /// <param name="video">A copy of it as it was, which is changed.</param>
    /// <param name="kept">The properties that are the test's.</param>
    public JObject? Move(Func<JObject> video, IReadOnlySet<string> kept)
    {
        var due = (int)Math.Min(plan.Last, _start + Steps());
        if (due <= _shown)
            return null;
        var moved = video();
        plan[due].ApplyTo(moved, kept, reason, (due - _shown) * (pace.Step ?? CallsStep));
        _shown = due;
        return moved;
    }

    private long Steps() => pace.CallsPerStep is { } calls ? _calls / calls : (long)(clock.GetElapsedTime(_started) / pace.Step!.Value);
}
