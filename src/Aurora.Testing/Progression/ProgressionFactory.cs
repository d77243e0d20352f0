using Aurora.Client;
using Aurora.Testing.Sampling;
using Aurora.Testing.Seasoning;
using Newtonsoft.Json.Linq;

namespace Aurora.Testing.Progression;

/// <summary>Creates progressions.</summary>
internal static class ProgressionFactory
{
    // Keeps these random sequences apart from those that generate the videos.
    private const int FirstRandomIndex = int.MinValue;

    /// <summary>Creates the progression of a video from its current step, or from the first step if its status is final or unknown.</summary>
    public static VideoProgression Create(
        JObject video, AuroraVideoProgress progress, TimeProvider clock, VideoState final, string? failedReason = null)
    {
        var plan = new ProgressPlan(final, pending: 1, queued: 1, progress.RunningSteps);
        return new VideoProgression(plan, plan.IndexOf(VideoStatus.Of(video), VideoStatus.ProgressOf(video)), progress, clock, failedReason);
    }

    /// <summary>Creates the progression of a video that a test adds while all videos progress, or null if its status is final or unknown.</summary>
    public static VideoProgression? CreateForAdded(JObject video, AuroraVideoProgress progress, TimeProvider clock) =>
        VideoState.Find(VideoStatus.Of(video)) is { IsFinal: false }
            ? Create(video, progress, clock, VideoState.Find(AuroraStatus.Done.Value)!)
            : null;

    /// <summary>
    /// Creates the progression of a generated video, and moves the video back to a random step. The video ends in its generated state, or as
    /// done if that state is not final.
    /// </summary>
    public static VideoProgression CreateForGenerated(JObject video, int seed, int index, AuroraVideoProgress progress, TimeProvider clock)
    {
        var random = new SeededRandom(seed, FirstRandomIndex + index);
        var final = VideoState.Find(VideoStatus.Of(video)) is { IsFinal: true } generated ? generated : VideoState.Find(AuroraStatus.Done.Value)!;
        var plan = ProgressPlan.Random(final, progress.RunningSteps, random);
        var start = random.Next(plan.Last);
        plan[start].ApplyTo(video, kept: new HashSet<string>(), failedReason: null, elapsed: TimeSpan.Zero);
        return new VideoProgression(plan, start, progress, clock);
    }
}
