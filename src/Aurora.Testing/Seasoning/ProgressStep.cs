using Aurora.Testing.Sampling;

namespace Aurora.Testing.Seasoning;

/// <summary>One step of a progression: a state, and the progress of the video in it.</summary>
internal sealed record ProgressStep(VideoState State, double Progress)
{
    private const int Job = 1;
    private const int Output = 2;
    private const int Preview = 3;
    private const int Editor = 4;
    private const int Reason = 5;
    private const int Length = 6;

    /// <summary>Sets the properties of a video that depend on the step.</summary>
    /// <param name="video">The video.</param>
    /// <param name="kept">The names of the properties that must not change.</param>
    /// <param name="failedReason">The failure reason, or null for a generated one.</param>
    /// <param name="elapsed">The time to add to <c>updated_at</c>.</param>
    public void ApplyTo(JObject video, IReadOnlySet<string> kept, string? failedReason, TimeSpan elapsed)
    {
        Set("updated_at", Later(video["updated_at"], elapsed));
        Set("video_output", OrNull("video_output", State.IsDone, () => SampleJson.Media(Random(Output), "videos", "mp4")));
        // A video that a request has created has no duration until it is rendered.
        Set("duration", State.HasJob && video["duration"] is JValue { Value: 0L } ? 4 + Random(Length).Next(57) : null);
        Set("credits_used", State.IsCharged ? Credits(video) : 0.0);
        Set("progress", Progress);
        Set("failed_reason", State.FailureReasons.Count == 0 ? "" : failedReason ?? Random(Reason).Pick(State.FailureReasons));
        Set("media_job", OrNull("media_job", State.HasJob, Random(Job).NextUuid));
        Set("status", State.Status);
        Set("preview", OrNull("preview", State.IsDone, () => SampleJson.Media(Random(Preview), "previews", "jpg")));
        Set("editor_url", OrNull("editor_url", State.IsDone && Random(Editor).OneIn(6), () => SampleJson.EditorUrl(Random(Editor))));

        void Set(string name, JToken? value)
        {
            if (value is not null && !kept.Contains(name))
                video[name] = value;
        }

        JToken OrNull(string name, bool hasValue, Func<string> generate) =>
            SampleJson.OrNull(hasValue ? (video[name] as JValue)?.Value as string ?? generate() : null);

        // Generated values must stay the same in every step of a video.
        SeededRandom Random(int purpose) => new(StableSeed((string?)video["id"] ?? ""), purpose);
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
