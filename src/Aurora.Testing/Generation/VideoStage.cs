namespace Aurora.Testing.Generation;

/// <summary>A status and what goes with it.</summary>
/// <param name="Status">The word that the document has for it.</param>
/// <param name="HasJob">Whether rendering has begun, so that the video has a media job.</param>
/// <param name="IsCharged">Whether the credits stay spent.</param>
/// <param name="Progress">The lowest and the highest progress, in percent.</param>
/// <param name="Reasons">Why it ended without a video; empty if it did not.</param>
internal sealed record VideoStage(string Status, bool HasJob, bool IsCharged, (int Low, int High) Progress, IReadOnlyList<string> Reasons)
{
    public static IReadOnlyList<VideoStage> All { get; } =
    [
        new("pending", HasJob: false, IsCharged: true, (0, 0), []),
        new("in_queue", HasJob: false, IsCharged: true, (0, 0), []),
        new("running", HasJob: true, IsCharged: true, (1, 99), []),
        new("failed", HasJob: true, IsCharged: false, (1, 99), SampleText.Failures),
        new("done", HasJob: true, IsCharged: true, (100, 100), []),
        new("rejected", HasJob: false, IsCharged: false, (0, 0), SampleText.Rejections),
    ];

    public bool IsDone => Status == "done";

    /// <summary>Whether a video in this stage changes no more.</summary>
    public bool IsEnd => IsDone || Reasons.Count > 0;

    /// <summary>The stage with this status, or null if there is none.</summary>
    public static VideoStage? Of(string? status) => All.FirstOrDefault(stage => stage.Status == status);

    /// <summary>The stage of the video at <paramref name="index"/>: each once among the first six, mostly done after that.</summary>
    public static VideoStage At(int seed, int index, SeededRandom random)
    {
        if (index < All.Count)
        {
            var start = Math.Abs(seed % All.Count);
            return All[(start + index) % All.Count];
        }

        return random.Below(100) < 60 ? All.Single(stage => stage.IsDone) : random.Pick(All);
    }
}
