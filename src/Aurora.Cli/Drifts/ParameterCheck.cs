namespace Aurora.Cli.Drifts;

/// <summary>Checks whether the API applies <c>ids</c> and <c>ordering</c>.</summary>
internal static class ParameterCheck
{
    private const string Ids = "ids";
    private const string Ordering = "ordering";

    public static string Describe(VideoSample sample) => string.Create(
        CultureInfo.InvariantCulture, $"GET {AuroraApi.ListPath}?{Ids}=({sample.Ids.Count})&{Ordering}={sample.Ordering}");

    public static async Task<IReadOnlyList<DriftRow>> RunAsync(AuroraClient client, VideoSample sample, CancellationToken cancellationToken)
    {
        try
        {
            var videos = await client.ListAsync(sample.Ids, sample.Ordering, cancellationToken);
            return [.. Deviations(sample.Ids, [.. videos.Select(video => video.Id)]).OfType<DriftRow>()];
        }
        catch (AuroraApiException refused) when (refused.Kind is AuroraErrorKind.InvalidRequest or AuroraErrorKind.NotFound)
        {
            return [Rejection(refused)];
        }
    }

    private static DriftRow Rejection(AuroraApiException refused)
    {
        var named = new[] { Ids, Ordering }.Where(refused.FieldErrors.ContainsKey).ToArray();
        // The first request succeeded without parameters, so a parameter causes the rejection.
        return Deviation(named.Length == 1 ? named[0] : $"{Ids}&{Ordering}", $"refused: {(int)refused.StatusCode!}");
    }

    private static IEnumerable<DriftRow?> Deviations(IReadOnlyList<Guid> requested, List<Guid> returned)
    {
        var missing = requested.Count(id => !returned.Contains(id));
        var others = returned.Count - (requested.Count - missing);
        var faults = new[] { (Count: missing, Fault: "left out"), (Count: others, Fault: "too many") }.Where(pair => pair.Count > 0).ToList();
        yield return faults.Count == 0 ? null : Deviation(Ids, string.Join(", ", faults.Select(pair => $"{pair.Count} {pair.Fault}")));
        var isReversed = missing == 0 && requested.Count > 1 && returned.IndexOf(requested[0]) < returned.IndexOf(requested[1]);
        yield return isReversed ? Deviation(Ordering, "ignored") : null;
    }

    private static DriftRow Deviation(string parameters, string example) =>
        new(DriftKind.Parameter, $"?{parameters}", Count: 1, Videos: null, example);
}

/// <summary>Two videos of the account, and the ordering that reverses them.</summary>
internal sealed class VideoSample
{
    private AuroraFlow? _first;
    private AuroraFlow? _last;

    /// <summary>The ids of at most two videos, in the order of the account.</summary>
    public IReadOnlyList<Guid> Ids => [.. new[] { _first, _last }.OfType<AuroraFlow>().Select(video => video.Id)];

    /// <summary>The ordering that reverses the two videos, so that the check notices when the API ignores it.</summary>
    public AuroraOrdering Ordering => _last?.CreatedAt < _first?.CreatedAt ? AuroraOrdering.CreatedAt : AuroraOrdering.CreatedAt.Descending();

    public void Add(AuroraFlow video)
    {
        if (video.Id == Guid.Empty || video.CreatedAt == default)
            return;
        if (_first is null)
            _first = video;
        else if (video.Id != _first.Id && video.CreatedAt != _first.CreatedAt)
            _last = video;
    }
}
