using Aurora.Client;
using Aurora.Testing.Generation;
using Newtonsoft.Json.Linq;

namespace Aurora.Testing.Motion;

/// <summary>Finds the way of a video.</summary>
internal static class VideoMotions
{
    // Numbers of the made-up random sequences, far from those that make a video itself.
    private const int Spreading = int.MinValue;

    /// <summary>The way of a video that a test sets in motion: from where it is, or from the start when it has ended.</summary>
    public static VideoMotion From(JObject video, AuroraVideoProgress pace, TimeProvider clock, VideoStage end, string? reason = null)
    {
        var plan = new ProgressPlan(end, pending: 1, queued: 1, pace.RunningSteps);
        return new VideoMotion(plan, plan.StepOf(StatusOf(video), ProgressOf(video)), pace, clock, reason);
    }

    /// <summary>The way of a video that is added where all videos move, or null for one that has ended or is in no known status.</summary>
    public static VideoMotion? OfAdded(JObject video, AuroraVideoProgress pace, TimeProvider clock) =>
        VideoStage.Of(StatusOf(video)) is { IsEnd: false } ? From(video, pace, clock, VideoStage.Of(AuroraStatus.Done.Value)!) : null;

    /// <summary>
    /// The way of one of the videos with which a server starts. The video is set back to somewhere on it, and it will end as it
    /// was made, or done where it had not ended.
    /// </summary>
    public static VideoMotion Rewind(JObject video, int seed, int index, AuroraVideoProgress pace, TimeProvider clock)
    {
        var random = new SeededRandom(seed, Spreading + index);
        var end = VideoStage.Of(StatusOf(video)) is { IsEnd: true } made ? made : VideoStage.Of(AuroraStatus.Done.Value)!;
        var plan = ProgressPlan.Spread(end, pace.RunningSteps, random);
        var start = random.Below(plan.Last);
        plan[start].ApplyTo(video, kept: new HashSet<string>(), reason: null, age: TimeSpan.Zero);
        return new VideoMotion(plan, start, pace, clock);
    }

    private static string? StatusOf(JObject video) => (video["status"] as JValue)?.Value as string;

    private static double ProgressOf(JObject video) => video["progress"] is JValue { Type: JTokenType.Float or JTokenType.Integer } progress ? (double)progress : 0;
}
