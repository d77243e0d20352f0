using Aurora.Client;

namespace Aurora.Cli.Drifts;

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
