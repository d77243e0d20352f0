using Aurora.Client;

namespace Aurora.Cli.Drifts;

/// <summary>Two videos of the account, and the ordering in which they come the other way round.</summary>
internal sealed class VideoSample
{
    private AuroraFlow? _first;
    private AuroraFlow? _last;

    /// <summary>The ids as the whole account had them; at most two.</summary>
    public IReadOnlyList<Guid> Ids => [.. new[] { _first, _last }.OfType<AuroraFlow>().Select(video => video.Id)];

    /// <summary>The opposite of the order in which the two came, so that one that is ignored shows.</summary>
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
