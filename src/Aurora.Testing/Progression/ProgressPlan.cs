using Aurora.Testing.Sampling;
using Aurora.Testing.Seasoning;

namespace Aurora.Testing.Progression;

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
