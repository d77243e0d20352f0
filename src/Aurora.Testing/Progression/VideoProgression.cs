namespace Aurora.Testing.Progression;

/// <summary>The progression of one video. Not thread-safe; the collection locks.</summary>
internal sealed class VideoProgression(ProgressPlan plan, int start, AuroraVideoProgress progress, TimeProvider clock, string? failedReason = null)
{
    // Added to updated_at for a step that is not measured in time.
    private static readonly TimeSpan RequestStepDuration = TimeSpan.FromSeconds(5);

    private readonly long _started = clock.GetTimestamp();
    private readonly int _start = Math.Max(start, 0);
    private int _current = start;
    private int _requests;

    public bool IsComplete => _current == plan.Last;

    /// <summary>Counts a list response that contains the video.</summary>
    public void CountRequest() => _requests++;

    /// <summary>Returns the video after all steps that are due, or null if no step is due.</summary>
    /// <param name="copy">Creates a copy of the video, which is then changed.</param>
    /// <param name="kept">The names of the properties that the test has changed.</param>
    public JObject? Advance(Func<JObject> copy, IReadOnlySet<string> kept)
    {
        var due = (int)Math.Min(plan.Last, _start + Steps());
        if (due <= _current)
            return null;
        var video = copy();
        plan[due].ApplyTo(video, kept, failedReason, (due - _current) * (progress.Interval ?? RequestStepDuration));
        _current = due;
        return video;
    }

    private long Steps() =>
        progress.RequestsPerStep is { } requests ? _requests / requests : (long)(clock.GetElapsedTime(_started) / progress.Interval!.Value);
}
