namespace Aurora.Testing.Seasoning;

/// <summary>A status and the property values that depend on it.</summary>
/// <param name="Status">The status.</param>
/// <param name="HasJob">Whether rendering has started, so that the video has a media job.</param>
/// <param name="IsCharged">Whether the video costs credits.</param>
/// <param name="Progress">The range of the progress in percent.</param>
/// <param name="FailureReasons">The possible failure reasons. Empty if the video has not failed.</param>
internal sealed record VideoState(string Status, bool HasJob, bool IsCharged, (int Min, int Max) Progress, IReadOnlyList<string> FailureReasons)
{
    public const string StatusName = "status";
    private const string ProgressName = "progress";

    public static IReadOnlyList<VideoState> All { get; } =
    [
        new("pending", HasJob: false, IsCharged: true, (0, 0), []),
        new("in_queue", HasJob: false, IsCharged: true, (0, 0), []),
        new("running", HasJob: true, IsCharged: true, (1, 99), []),
        new("failed", HasJob: true, IsCharged: false, (1, 99), SampleText.Failures),
        new("done", HasJob: true, IsCharged: true, (100, 100), []),
        new("rejected", HasJob: false, IsCharged: false, (0, 0), SampleText.Rejections),
    ];

    public static VideoState Done { get; } = All.Single(state => state.IsDone);

    /// <summary>Gets the properties that a progression always controls.</summary>
    public static IReadOnlyList<string> Controlled { get; } = [StatusName, ProgressName];

    public bool IsDone => Status == "done";

    public bool IsFinal => IsDone || FailureReasons.Count > 0;

    public static VideoState? Find(string? status) => All.FirstOrDefault(state => state.Status == status);

    public static VideoState? Of(JObject video) => Find((video[StatusName] as JValue)?.Value as string);

    public static double ProgressOf(JObject video) =>
        video[ProgressName] is JValue { Type: JTokenType.Float or JTokenType.Integer } progress ? (double)progress : 0;

    /// <summary>
    /// Returns the state of the generated video at <paramref name="index"/>. Each of the first six has a different one; most of the others are done.
    /// </summary>
    public static VideoState At(int seed, int index, SeededRandom random) =>
        index < All.Count ? All[(Math.Abs(seed % All.Count) + index) % All.Count]
        : random.Next(100) < 60 ? Done
        : random.Pick(All);
}
