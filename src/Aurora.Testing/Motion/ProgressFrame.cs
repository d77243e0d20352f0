using System.Globalization;
using Aurora.Testing.Generation;
using Newtonsoft.Json.Linq;

namespace Aurora.Testing.Motion;

/// <summary>A stage and how far the video is in it.</summary>
internal sealed record ProgressFrame(VideoStage Stage, double Progress)
{
    private const int Job = 1;
    private const int Output = 2;
    private const int Preview = 3;
    private const int Editor = 4;
    private const int Reason = 5;

    /// <summary>Gives a video what goes with this frame.</summary>
    /// <param name="video">The video; what does not hang on its stage stays as it is.</param>
    /// <param name="kept">The properties that are not to be touched.</param>
    /// <param name="reason">Why it ends without a video; null for one that is made up.</param>
    /// <param name="age">How much later it was updated than before.</param>
    public void ApplyTo(JObject video, IReadOnlySet<string> kept, string? reason, TimeSpan age)
    {
        Set("updated_at", Later(video["updated_at"], age));
        Set("video_output", OrNull("video_output", Stage.IsDone, () => SampleJson.Media(Random(Output), "videos", "mp4")));
        Set("credits_used", Stage.IsCharged ? Credits(video) : 0.0);
        Set("progress", Progress);
        Set("failed_reason", Stage.Reasons.Count == 0 ? "" : reason ?? Random(Reason).Pick(Stage.Reasons));
        Set("media_job", OrNull("media_job", Stage.HasJob, Random(Job).Uuid));
        Set("status", Stage.Status);
        Set("preview", OrNull("preview", Stage.IsDone, () => SampleJson.Media(Random(Preview), "previews", "jpg")));
        Set("editor_url", OrNull("editor_url", Stage.IsDone && Random(Editor).OneIn(6), () => SampleJson.EditorUrl(Random(Editor))));

        void Set(string name, JToken? value)
        {
            if (value is not null && !kept.Contains(name))
                video[name] = value;
        }

        JToken OrNull(string name, bool has, Func<string> made) =>
            SampleJson.OrNull(has ? (video[name] as JValue)?.Value as string ?? made() : null);

        // The same for every step of one video, and another for each video.
        SeededRandom Random(int purpose) => new(StableSeed((string?)video["id"] ?? ""), purpose);
    }

    private static JToken? Later(JToken? time, TimeSpan age) =>
        time is JValue { Value: string text } && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var before)
            ? SampleJson.Time(before + age)
            : null;

    private static JToken? Credits(JObject video) =>
        video["duration"] is JValue { Type: JTokenType.Integer } seconds
            ? SampleJson.Credits((int)seconds, (string?)(video["model_version"] as JValue) == "aurora_v1_fast")
            : null;

    // Of the digits, so that it does not hang on .NET's hash of a text, which is another one in each process.
    private static int StableSeed(string id) => id.Aggregate(17, (hash, digit) => unchecked((hash * 31) + digit));
}
