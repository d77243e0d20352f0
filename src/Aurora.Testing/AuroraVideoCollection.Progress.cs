using Aurora.Client;
using Aurora.Testing.Generation;
using Aurora.Testing.Listing;
using Aurora.Testing.Progression;

namespace Aurora.Testing;

public sealed partial class AuroraVideoCollection
{
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

        lock (_lock)
        {
            var entry = Entry(id);
            Advance(entry);
            entry.Begin(ProgressionFactory.Create(entry.Video.Copy(), progress, _clock, final, failedReason));
            Advance(entry);
            Changed(entry);
        }
    }

    /// <summary>Returns all videos for one list response, and counts the request for videos that progress by requests.</summary>
    internal VideoSnapshot List()
    {
        lock (_lock)
        {
            var all = Snapshot();
            foreach (var entry in _progressing)
                entry.Progression!.CountRequest();
            return all;
        }
    }

    /// <summary>Returns the videos with these IDs in the order of the account, and the whole account.</summary>
    internal (VideoSnapshot Account, IReadOnlyList<StoredVideo> Selected) List(IReadOnlySet<Guid> ids)
    {
        lock (_lock)
        {
            var all = Snapshot();
            AccountEntry[] selected = [.. ids.Select(id => _byId.GetValueOrDefault(id)?.Value).OfType<AccountEntry>().OrderBy(entry => entry.Number)];
            foreach (var entry in selected)
                entry.Progression?.CountRequest();
            return (all, [.. selected.Select(entry => entry.Video)]);
        }
    }

    private VideoSnapshot Snapshot()
    {
        lock (_lock)
        {
            foreach (var entry in _progressing)
                Advance(entry);
            return _snapshot ??= new VideoSnapshot([.. _entries.Select(entry => entry.Video)]);
        }
    }

    private void Advance(AccountEntry entry)
    {
        if (entry.Advance())
            Changed(entry);
    }

    private void Changed(AccountEntry entry)
    {
        _snapshot = null;
        if (entry.Progression is null)
            _progressing.Remove(entry);
        else
            _progressing.Add(entry);
    }
}
