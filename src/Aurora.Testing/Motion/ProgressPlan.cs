using Aurora.Testing.Generation;

namespace Aurora.Testing.Motion;

/// <summary>What a video goes through, step by step; the last frame is its end.</summary>
internal sealed class ProgressPlan
{
    private readonly List<ProgressFrame> _frames = [];

    public ProgressPlan(VideoStage end, int pending, int queued, int running)
    {
        Add(VideoStage.Of("pending")!, pending);
        Add(VideoStage.Of("in_queue")!, queued);
        if (end.HasJob)
        {
            // One that fails does so half way.
            var steps = end.IsDone ? running : (running + 1) / 2;
            _frames.AddRange(Enumerable.Range(1, steps).Select(step =>
                new ProgressFrame(VideoStage.Of("running")!, Math.Round((double)step / (running + 1), 2))));
        }

        _frames.Add(new ProgressFrame(end, end.IsDone ? 1 : _frames[^1].Progress));
    }

    public int Last => _frames.Count - 1;

    public ProgressFrame this[int step] => _frames[step];

    /// <summary>The way of one of many videos: some end soon, others later, all as the seed says.</summary>
    public static ProgressPlan Spread(VideoStage end, int runningSteps, SeededRandom random) =>
        new(end, 1 + random.Below(4), 1 + random.Below(4), runningSteps * (1 + random.Below(4)));

    /// <summary>Where a video stands on this way; -1, before its start, for one that has ended or is in no known status.</summary>
    public int StepOf(string? status, double progress)
    {
        if (VideoStage.Of(status) is not { IsEnd: false })
            return -1;
        var step = _frames.FindIndex(frame => frame.Stage.Status == status && frame.Progress >= progress);
        step = step >= 0 ? step : _frames.FindLastIndex(frame => frame.Stage.Status == status);
        // Of the stages before the end, only a running one that will be rejected has no frame.
        return step >= 0 ? step : Last - 1;
    }

    private void Add(VideoStage stage, int steps) => _frames.AddRange(Enumerable.Repeat(new ProgressFrame(stage, 0), steps));
}
