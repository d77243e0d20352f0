using System.Collections;
using System.Runtime.CompilerServices;
using Aurora.Client;

namespace Aurora.Testing;

/// <summary>The videos in the fake account, in the order in which they were added.</summary>
/// <remarks>
/// The collection stores and returns copies. Changes to a <see cref="JObject"/> do not affect the account; use <see cref="Update"/>. All
/// members are thread-safe.
/// </remarks>
public sealed class AuroraVideoCollection : IReadOnlyCollection<JObject>
{
    private readonly ItemStore _store;
    private readonly VideoFactory _factory;

    internal AuroraVideoCollection(ItemStore store, VideoFactory factory)
    {
        _store = store;
        _factory = factory;
    }

    /// <summary>Gets the number of videos in the account.</summary>
    public int Count => _store.Count;

    /// <summary>Gets a copy of the video with this ID. Use <see cref="Find"/> if the video might not exist.</summary>
    /// <param name="id">The ID of the video.</param>
    /// <exception cref="KeyNotFoundException">The account contains no video with this ID.</exception>
    public JObject this[Guid id] => Find(id) ?? throw NotFound(id);

    /// <summary>Returns a copy of the video with this ID, or null if the account does not contain it.</summary>
    /// <param name="id">The ID of the video.</param>
    public JObject? Find(Guid id) => _store.Find(ItemShape.Key(id))?.Copy();

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
        _factory.Add(_store, video, nameof(video));
    }

    /// <summary>Adds a video, serialized with <see cref="AuroraJson.Settings"/>. Required properties that are null are sent as null.</summary>
    /// <param name="video">The video.</param>
    /// <exception cref="ArgumentNullException"><paramref name="video"/> is null.</exception>
    /// <exception cref="ArgumentException">The account already contains a video with this ID.</exception>
    public void Add(AuroraFlow video)
    {
        ArgumentNullException.ThrowIfNull(video);
        Add(JObject.FromObject(video, JsonSerializer.Create(AuroraJson.Settings)));
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
        var video = _factory.Generate(_store.Shape, state);
        configure?.Invoke(video);
        return Guid.Parse(_factory.Add(_store, video, nameof(video)).Key);
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
        if (_store.Change(ItemShape.Key(id), entry => entry.Update(update)) is null)
            throw NotFound(id);
    }

    /// <summary>
    /// Makes a video progress from its current status to a final status. A video whose status is final or unknown starts again as
    /// <c>pending</c>. Each step updates the properties that depend on the status, such as progress, credits, URLs and the failure reason. A
    /// second call replaces the progress of the first.
    /// </summary>
    /// <param name="id">The ID of the video.</param>
    /// <param name="progress">How fast the video progresses.</param>
    /// <param name="finalStatus">
    /// <see cref="AuroraStatus.Done"/>, <see cref="AuroraStatus.Failed"/> or <see cref="AuroraStatus.Rejected"/>, or null for
    /// <see cref="AuroraStatus.Done"/>.
    /// </param>
    /// <param name="failedReason">
    /// The final value of <c>failed_reason</c>, or null for a generated reason. Only valid with <see cref="AuroraStatus.Failed"/> and
    /// <see cref="AuroraStatus.Rejected"/>.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="progress"/> is null.</exception>
    /// <exception cref="KeyNotFoundException">The account contains no video with this ID.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="finalStatus"/> is not final, or <paramref name="failedReason"/> is set for a video that ends as done.
    /// </exception>
    public void SetProgress(Guid id, AuroraVideoProgress progress, AuroraStatus? finalStatus = null, string? failedReason = null)
    {
        ArgumentNullException.ThrowIfNull(progress);
        var status = finalStatus ?? AuroraStatus.Done;
        if (VideoState.Find(status.Value) is not { IsFinal: true } final)
            throw new ArgumentException($"The status \"{status}\" is not final. Use done, failed or rejected.", nameof(finalStatus));
        if (final.IsDone && failedReason is not null)
        {
            throw new ArgumentException(
                "A video that ends as done cannot have a failure reason. Omit the reason, or use failed or rejected as the final status.",
                nameof(failedReason));
        }

        if (_store.Change(ItemShape.Key(id), entry => entry.Begin(_factory.Progression(entry.Item.Copy(), progress, final, failedReason))) is null)
            throw NotFound(id);
    }

    /// <summary>Removes a video.</summary>
    /// <param name="id">The ID of the video.</param>
    /// <returns>true if the account contained the video; otherwise, false.</returns>
    public bool Remove(Guid id) => _store.Remove(ItemShape.Key(id));

    /// <summary>Removes all videos.</summary>
    public void Clear() => _store.Clear();

    /// <summary>Returns an enumerator over copies of the videos that the account contains at the time of the call.</summary>
    public IEnumerator<JObject> GetEnumerator() => _store.Snapshot.Items.Select(video => video.Copy()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static KeyNotFoundException NotFound(Guid id) => new($"The fake account contains no video with the ID {id}.");
}
