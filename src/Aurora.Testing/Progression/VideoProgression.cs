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

    public void CountRequest() => _requests++;

    /// <summary>Returns the video after all steps that are due, or null if no step is due.</summary>
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

/// <summary>The steps of a video from pending to its final state.</summary>
internal sealed class ProgressPlan
{
    private readonly List<ProgressStep> _steps = [];

    public ProgressPlan(VideoState final, int pending, int queued, int running)
    {
        Add(VideoState.Find("pending")!, pending);
        Add(VideoState.Find("in_queue")!, queued);
        if (final.HasJob)
        {
            // A video that fails does so halfway through.
            var steps = final.IsDone ? running : (running + 1) / 2;
            _steps.AddRange(Enumerable.Range(1, steps).Select(step =>
                new ProgressStep(VideoState.Find("running")!, Math.Round((double)step / (running + 1), 2))));
        }

        _steps.Add(new ProgressStep(final, final.IsDone ? 1 : _steps[^1].Progress));
    }

    public int Last => _steps.Count - 1;

    public ProgressStep this[int step] => _steps[step];

    /// <summary>Creates a plan of random length, so that many videos do not finish at the same time.</summary>
    public static ProgressPlan Random(VideoState final, int runningSteps, SeededRandom random) =>
        new(final, 1 + random.Next(4), 1 + random.Next(4), runningSteps * (1 + random.Next(4)));

    /// <summary>Returns the index of the step that a video is in, or -1 if its status is final or unknown.</summary>
    public int IndexOf(JObject video)
    {
        if (VideoState.Of(video) is not { IsFinal: false } state)
            return -1;
        var progress = VideoState.ProgressOf(video);
        var index = _steps.FindIndex(step => step.State == state && step.Progress >= progress);
        index = index >= 0 ? index : _steps.FindLastIndex(step => step.State == state);
        // A plan that ends as rejected has no running step.
        return index >= 0 ? index : Last - 1;
    }

    private void Add(VideoState state, int steps) => _steps.AddRange(Enumerable.Repeat(new ProgressStep(state, 0), steps));
}

/// <summary>One step of a progression: a state, and the progress of the video in it.</summary>
internal sealed record ProgressStep(VideoState State, double Progress)
{
    private enum Part { Job = 1, Output, Preview, Editor, Reason, Length }

    /// <summary>Sets the properties of a video that depend on the step.</summary>
    public void ApplyTo(JObject video, IReadOnlySet<string> kept, string? failedReason, TimeSpan elapsed)
    {
        Set("updated_at", Later(video["updated_at"], elapsed));
        Set("video_output", OrNull("video_output", State.IsDone, () => SampleJson.Media(Random(Part.Output), "videos", "mp4")));
        // A video that a request has created has no duration until it is rendered.
        Set("duration", State.HasJob && video["duration"] is JValue { Value: 0L } ? 4 + Random(Part.Length).Next(57) : null);
        Set("credits_used", State.IsCharged ? Credits(video) : 0.0);
        Set("progress", Progress);
        Set("failed_reason", State.FailureReasons.Count == 0 ? "" : failedReason ?? Random(Part.Reason).Pick(State.FailureReasons));
        Set("media_job", OrNull("media_job", State.HasJob, Random(Part.Job).NextUuid));
        Set("status", State.Status);
        Set("preview", OrNull("preview", State.IsDone, () => SampleJson.Media(Random(Part.Preview), "previews", "jpg")));
        Set("editor_url", OrNull("editor_url", State.IsDone && Random(Part.Editor).OneIn(6), () => SampleJson.EditorUrl(Random(Part.Editor))));

        void Set(string name, JToken? value)
        {
            if (value is not null && !kept.Contains(name))
                video[name] = value;
        }

        JToken OrNull(string name, bool hasValue, Func<string> generate) =>
            SampleJson.OrNull(hasValue ? (video[name] as JValue)?.Value as string ?? generate() : null);

        // Generated values must stay the same in every step of a video.
        SeededRandom Random(Part part) => new(StableSeed((string?)video["id"] ?? ""), (int)part);
    }

    private static JToken? Later(JToken? time, TimeSpan elapsed) =>
        time is JValue { Value: string text }
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var before)
            ? SampleJson.Time(before + elapsed)
            : null;

    private static JToken? Credits(JObject video) =>
        video["duration"] is JValue { Type: JTokenType.Integer } seconds
            ? SampleJson.Credits((int)seconds, (string?)(video["model_version"] as JValue) == "aurora_v1_fast")
            : null;

    // The hash codes of strings differ from process to process.
    private static int StableSeed(string id) => id.Aggregate(17, (hash, digit) => unchecked((hash * 31) + digit));
}
