using System.Collections;
using System.Runtime.CompilerServices;
using Aurora.Client;
using Aurora.Testing.Generation;
using Aurora.Testing.Listing;
using Aurora.Testing.Media;
using Aurora.Testing.Motion;
using Newtonsoft.Json.Linq;

namespace Aurora.Testing;

/// <summary>
/// The videos of the fake account, in the order in which they were added. Videos go in and come out as copies, so that no
/// later change to a <see cref="JObject"/> reaches the server. All members may be used from several threads at once.
/// </summary>
public sealed partial class AuroraVideoCollection : IReadOnlyCollection<JObject>
{
    private readonly Lock _lock = new();
    private readonly LinkedList<VideoEntry> _entries = [];
    private readonly Dictionary<Guid, LinkedListNode<VideoEntry>> _byId = [];
    private readonly HashSet<VideoEntry> _moving = [];
    private readonly MediaAddresses? _media;
    private readonly TimeProvider _clock;
    private readonly AuroraVideoProgress? _progress;
    private readonly int _seed;
    private VideoSnapshot? _snapshot;
    private long _added;
    private int _made;

    internal AuroraVideoCollection(AuroraServerOptions options, MediaAddresses? media = null)
    {
        _media = media;
        _clock = options.TimeProvider;
        _seed = options.Seed;
        _made = options.VideoCount;
        foreach (var (video, index) in AuroraVideoGenerator.Generate(options.VideoCount, _seed).Select((video, index) => (video, index)))
        {
            var motion = options.Progress is { } pace ? VideoMotions.Rewind(video, _seed, index, pace, _clock) : null;
            Add(StoredVideo.From(Placed(video)), motion, nameof(options));
        }

        _progress = options.Progress;
    }

    /// <summary>How many videos the account holds.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
                return _byId.Count;
        }
    }

    /// <summary>A copy of the video with this id. <see cref="Find"/> does the same without throwing.</summary>
    /// <exception cref="KeyNotFoundException">There is no such video.</exception>
    public JObject this[Guid id] => Find(id) ?? throw NotFound(id);

    /// <summary>A copy of the video with this id, or null if there is none.</summary>
    public JObject? Find(Guid id)
    {
        lock (_lock)
        {
            if (!_byId.TryGetValue(id, out var node))
                return null;
            Move(node.Value);
            return node.Value.Video.Copy();
        }
    }

    /// <summary>
    /// Adds a copy of a video. Only its <c>id</c> is checked; everything else is served as it is, so that a test can try
    /// videos that break the vendor's document.
    /// </summary>
    /// <exception cref="ArgumentException">The <c>id</c> is missing, no UUID of the form 8-4-4-4-12, or taken already.</exception>
    // For a call that leaves the type to the compiler, as with new().
    [OverloadResolutionPriority(1)]
    public void Add(JObject video)
    {
        ArgumentNullException.ThrowIfNull(video);
        var motion = _progress is null ? null : VideoMotions.OfAdded(video, _progress, _clock);
        Add(StoredVideo.From(video), motion, nameof(video));
    }

    /// <summary>Adds a video as <see cref="AuroraJson.Settings"/> write it: required properties that are null are sent as null.</summary>
    /// <exception cref="ArgumentException">The account already has a video of this id.</exception>
    public void Add(AuroraFlow video)
    {
        ArgumentNullException.ThrowIfNull(video);
        Add(JObject.FromObject(video, Newtonsoft.Json.JsonSerializer.Create(AuroraJson.Settings)));
    }

    /// <summary>Adds a made-up video that is valid against the vendor's document, with all that goes with its status.</summary>
    /// <param name="status">One of <see cref="AuroraStatus.KnownValues"/>.</param>
    /// <param name="change">What is to be different in it; null for nothing.</param>
    /// <returns>The id of the video.</returns>
    /// <exception cref="ArgumentException">The status is not known, or <paramref name="change"/> made the id one that <see cref="Add(JObject)"/> refuses.</exception>
    public Guid Add(AuroraStatus status, Action<JObject>? change = null)
    {
        var stage = VideoStage.Of(status.Value) ?? throw new ArgumentException(
            $"There is no status \"{status}\" to make a video in; use one of {string.Join(", ", AuroraStatus.KnownValues)}, and change it.", nameof(status));
        var video = new VideoDraft(_seed, Interlocked.Increment(ref _made) - 1, stage).ToJson();
        Placed(video);
        change?.Invoke(video);
        Add(video);
        return Guid.Parse((string)video["id"]!);
    }

    /// <summary>Changes a video. It keeps its place in the account, and no request sees half a change.</summary>
    /// <param name="id">Which video.</param>
    /// <param name="change">
    /// What to do with a copy of it; called once, while nothing else can reach the account: it must not wait for another thread that
    /// does. What it changes is no more changed by <see cref="SetProgress"/>; a video whose status it changes moves no further.
    /// </param>
    /// <exception cref="KeyNotFoundException">There is no such video.</exception>
    /// <exception cref="ArgumentException">The id is another one after the change. Nothing has changed then.</exception>
    public void Update(Guid id, Action<JObject> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        lock (_lock)
        {
            var entry = Entry(id);
            Move(entry);
            entry.Change(change);
            Changed(entry);
        }
    }

    /// <summary>Removes a video, and says whether there was one.</summary>
    public bool Remove(Guid id)
    {
        lock (_lock)
        {
            if (!_byId.Remove(id, out var node))
                return false;
            _entries.Remove(node);
            _moving.Remove(node.Value);
            _snapshot = null;
            return true;
        }
    }

    /// <summary>Removes all videos.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _entries.Clear();
            _byId.Clear();
            _moving.Clear();
            _snapshot = null;
        }
    }

    /// <summary>Enumerates copies of the videos that the account held at the time of the call.</summary>
    public IEnumerator<JObject> GetEnumerator() => Snapshot().Videos.Select(video => video.Copy()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Add(StoredVideo video, VideoMotion? motion, string parameter)
    {
        lock (_lock)
        {
            if (_byId.ContainsKey(video.Id))
                throw new ArgumentException($"The account already has a video {video.Id}. Give each video an id of its own.", parameter);
            var entry = new VideoEntry(video, _added++, Placed);
            _byId.Add(video.Id, _entries.AddLast(entry));
            if (motion is not null)
                entry.Begin(motion);
            Changed(entry);
        }
    }

    private JObject Placed(JObject video) => _media?.Apply(video) ?? video;

    private VideoEntry Entry(Guid id) => _byId.TryGetValue(id, out var node) ? node.Value : throw NotFound(id);

    private static KeyNotFoundException NotFound(Guid id) => new($"The fake account has no video {id}.");
}
