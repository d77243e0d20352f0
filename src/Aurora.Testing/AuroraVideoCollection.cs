using System.Collections;
using System.Runtime.CompilerServices;
using Aurora.Client;
using Aurora.Testing.Generation;
using Aurora.Testing.Listing;
using Aurora.Testing.Media;
using Aurora.Testing.Progression;
using Newtonsoft.Json.Linq;

namespace Aurora.Testing;

/// <summary>The videos in the fake account, in the order in which they were added.</summary>
/// <remarks>
/// The collection stores and returns copies. Changes to a <see cref="JObject"/> do not affect the account; use <see cref="Update"/>. All
/// members are thread-safe.
/// </remarks>
public sealed partial class AuroraVideoCollection : IReadOnlyCollection<JObject>
{
    private readonly Lock _lock = new();
    private readonly LinkedList<AccountEntry> _entries = [];
    private readonly Dictionary<Guid, LinkedListNode<AccountEntry>> _byId = [];
    private readonly HashSet<AccountEntry> _progressing = [];
    private readonly MediaUrls? _media;
    private readonly TimeProvider _clock;
    private readonly AuroraVideoProgress? _progress;
    private readonly int _seed;
    private VideoSnapshot? _snapshot;
    private long _added;
    private int _generated;

    internal AuroraVideoCollection(AuroraServerOptions options, MediaUrls? media = null)
    {
        _media = media;
        _clock = options.TimeProvider;
        _seed = options.Seed;
        _generated = options.VideoCount;
        foreach (var (video, index) in AuroraVideoGenerator.Generate(options.VideoCount, _seed).Select((video, index) => (video, index)))
        {
            var progression = options.Progress is { } pace ? ProgressionFactory.CreateForGenerated(video, _seed, index, pace, _clock) : null;
            Add(StoredVideo.From(WithMediaUrls(video)), progression, nameof(options));
        }

        _progress = options.Progress;
    }

    /// <summary>Gets the number of videos in the account.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
                return _byId.Count;
        }
    }

    /// <summary>Gets a copy of the video with this ID. Use <see cref="Find"/> if the video might not exist.</summary>
    /// <param name="id">The ID of the video.</param>
    /// <exception cref="KeyNotFoundException">The account contains no video with this ID.</exception>
    public JObject this[Guid id] => Find(id) ?? throw NotFound(id);

    /// <summary>Returns a copy of the video with this ID, or null if the account does not contain it.</summary>
    /// <param name="id">The ID of the video.</param>
    public JObject? Find(Guid id)
    {
        lock (_lock)
        {
            if (!_byId.TryGetValue(id, out var node))
                return null;
            Advance(node.Value);
            return node.Value.Video.Copy();
        }
    }

    /// <summary>
    /// Adds a copy of a video. Only its <c>id</c> is validated. Everything else is served unchanged, so that a test can use videos that
    /// violate the vendor's document.
    /// </summary>
    /// <param name="video">The video.</param>
    /// <exception cref="ArgumentNullException"><paramref name="video"/> is null.</exception>
    /// <exception cref="ArgumentException">The <c>id</c> is missing, is not a UUID in the form 8-4-4-4-12, or is already in use.</exception>
    // Target-typed new() would be ambiguous otherwise.
    [OverloadResolutionPriority(1)]
    public void Add(JObject video)
    {
        ArgumentNullException.ThrowIfNull(video);
        var progression = _progress is null ? null : ProgressionFactory.CreateForAdded(video, _progress, _clock);
        Add(StoredVideo.From(video), progression, nameof(video));
    }

    /// <summary>Adds a video, serialized with <see cref="AuroraJson.Settings"/>. Required properties that are null are sent as null.</summary>
    /// <param name="video">The video.</param>
    /// <exception cref="ArgumentNullException"><paramref name="video"/> is null.</exception>
    /// <exception cref="ArgumentException">The account already contains a video with this ID.</exception>
    public void Add(AuroraFlow video)
    {
        ArgumentNullException.ThrowIfNull(video);
        Add(JObject.FromObject(video, Newtonsoft.Json.JsonSerializer.Create(AuroraJson.Settings)));
    }

    /// <summary>Adds a generated video in the specified status. It is valid against the vendor's document.</summary>
    /// <param name="status">One of <see cref="AuroraStatus.KnownValues"/>.</param>
    /// <param name="configure">A callback that changes the video before it is added, or null.</param>
    /// <returns>The ID of the video.</returns>
    /// <exception cref="ArgumentException">
    /// <paramref name="status"/> is unknown, or <paramref name="configure"/> set an <c>id</c> that is not valid or already in use.
    /// </exception>
    public Guid Add(AuroraStatus status, Action<JObject>? configure = null)
    {
        var state = VideoState.Find(status.Value) ?? throw new ArgumentException(
            $"The status \"{status}\" is unknown. Use one of {string.Join(", ", AuroraStatus.KnownValues)}, and set another status in the callback.",
            nameof(status));
        var video = new GeneratedVideo(_seed, Interlocked.Increment(ref _generated) - 1, state).ToJson();
        WithMediaUrls(video);
        configure?.Invoke(video);
        Add(video);
        return Guid.Parse((string)video["id"]!);
    }

    /// <summary>Updates a video atomically. The video keeps its position in the account.</summary>
    /// <param name="id">The ID of the video.</param>
    /// <param name="update">
    /// A callback that changes a copy of the video. It runs while the account is locked, so it must not wait for another thread that uses the
    /// account. Progress no longer changes the properties that the callback changes. If the callback changes the status, progress stops.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="update"/> is null.</exception>
    /// <exception cref="KeyNotFoundException">The account contains no video with this ID.</exception>
    /// <exception cref="ArgumentException"><paramref name="update"/> changed the <c>id</c>. The video is not updated.</exception>
    public void Update(Guid id, Action<JObject> update)
    {
        ArgumentNullException.ThrowIfNull(update);
        lock (_lock)
        {
            var entry = Entry(id);
            Advance(entry);
            entry.Update(update);
            Changed(entry);
        }
    }

    /// <summary>Removes a video.</summary>
    /// <param name="id">The ID of the video.</param>
    /// <returns>true if the account contained the video; otherwise, false.</returns>
    public bool Remove(Guid id)
    {
        lock (_lock)
        {
            if (!_byId.Remove(id, out var node))
                return false;
            _entries.Remove(node);
            _progressing.Remove(node.Value);
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
            _progressing.Clear();
            _snapshot = null;
        }
    }

    /// <summary>Returns an enumerator over copies of the videos that the account contains at the time of the call.</summary>
    public IEnumerator<JObject> GetEnumerator() => Snapshot().Videos.Select(video => video.Copy()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Add(StoredVideo video, VideoProgression? progression, string parameter)
    {
        lock (_lock)
        {
            if (_byId.ContainsKey(video.Id))
            {
                throw new ArgumentException(
                    $"The account already contains a video with the ID {video.Id}. Use a different ID for each video.", parameter);
            }

            var entry = new AccountEntry(video, _added++, WithMediaUrls);
            _byId.Add(video.Id, _entries.AddLast(entry));
            if (progression is not null)
                entry.Begin(progression);
            Changed(entry);
        }
    }

    private JObject WithMediaUrls(JObject video) => _media?.Apply(video) ?? video;

    private AccountEntry Entry(Guid id) => _byId.TryGetValue(id, out var node) ? node.Value : throw NotFound(id);

    private static KeyNotFoundException NotFound(Guid id) => new($"The fake account contains no video with the ID {id}.");
}
