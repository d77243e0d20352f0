using System.Collections;
using Aurora.Testing.Listing;
using Newtonsoft.Json.Linq;

namespace Aurora.Testing;

/// <summary>
/// The videos of the fake account, in the order in which they were added. Videos go in and come out as copies, so that no
/// later change to a <see cref="JObject"/> reaches the server. All members may be used from several threads at once.
/// </summary>
public sealed class AuroraVideoCollection : IReadOnlyCollection<JObject>
{
    private readonly Lock _lock = new();
    private readonly List<StoredVideo> _videos = [];
    private readonly Dictionary<Guid, StoredVideo> _byId = [];
    private StoredVideo[]? _snapshot;

    internal AuroraVideoCollection()
    {
    }

    /// <summary>How many videos the account holds.</summary>
    public int Count => Snapshot().Length;

    /// <summary>A copy of the video with this id. <see cref="Find"/> does the same without throwing.</summary>
    /// <exception cref="KeyNotFoundException">There is no such video.</exception>
    public JObject this[Guid id] => Find(id) ?? throw new KeyNotFoundException($"The fake account has no video {id}.");

    /// <summary>A copy of the video with this id, or null if there is none.</summary>
    public JObject? Find(Guid id)
    {
        lock (_lock)
        {
            return _byId.GetValueOrDefault(id)?.Copy();
        }
    }

    /// <summary>
    /// Adds a copy of a video. Only its <c>id</c> is checked; everything else is served as it is, so that a test can try
    /// videos that break the vendor's document.
    /// </summary>
    /// <exception cref="ArgumentException">The <c>id</c> is missing, no UUID of the form 8-4-4-4-12, or taken already.</exception>
    public void Add(JObject video)
    {
        ArgumentNullException.ThrowIfNull(video);
        var stored = StoredVideo.From(video);
        lock (_lock)
        {
            if (!_byId.TryAdd(stored.Id, stored))
            {
                throw new ArgumentException(
                    $"The account already has a video {stored.Id}. Give each video an id of its own.", nameof(video));
            }

            _videos.Add(stored);
            _snapshot = null;
        }
    }

    /// <summary>Removes all videos.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _videos.Clear();
            _byId.Clear();
            _snapshot = null;
        }
    }

    /// <summary>Enumerates copies of the videos that the account held at the time of the call.</summary>
    public IEnumerator<JObject> GetEnumerator() => Snapshot().Select(video => video.Copy()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal StoredVideo[] Snapshot()
    {
        lock (_lock)
        {
            return _snapshot ??= [.. _videos];
        }
    }
}
