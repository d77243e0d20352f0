using Aurora.Client;
using Aurora.Testing.Generation;
using Aurora.Testing.Listing;
using Aurora.Testing.Motion;

namespace Aurora.Testing;

public sealed partial class AuroraVideoCollection
{
    /// <summary>
    /// Sets a video in motion, from where it is to its end; one that has ended, or is in no known status, begins again as pending. With
    /// each step it has what goes with its status: progress, media job, credits, addresses, reason. A second call takes the place of the first.
    /// </summary>
    /// <param name="id">Which video.</param>
    /// <param name="progress">How fast.</param>
    /// <param name="endsAs"><see cref="AuroraStatus.Done"/>, <see cref="AuroraStatus.Failed"/> or <see cref="AuroraStatus.Rejected"/>; null for done.</param>
    /// <param name="reason">The <c>failed_reason</c> at the end; null for one that is made up. Only for a video that does not end as done.</param>
    /// <exception cref="KeyNotFoundException">There is no such video.</exception>
    /// <exception cref="ArgumentException">The status is no end, or a done video is given a reason.</exception>
    public void SetProgress(Guid id, AuroraVideoProgress progress, AuroraStatus? endsAs = null, string? reason = null)
    {
        ArgumentNullException.ThrowIfNull(progress);
        var status = endsAs ?? AuroraStatus.Done;
        if (VideoStage.Of(status.Value) is not { IsEnd: true } end)
            throw new ArgumentException($"No video ends as \"{status}\"; use done, failed or rejected.", nameof(endsAs));
        if (end.IsDone && reason is not null)
            throw new ArgumentException("A video that is done has no reason to fail. Leave the reason out, or let it end as failed or rejected.", nameof(reason));

        lock (_lock)
        {
            var entry = Entry(id);
            Move(entry);
            entry.Begin(VideoMotions.From(entry.Video.Copy(), progress, _clock, end, reason));
            Move(entry);
            Changed(entry);
        }
    }

    /// <summary>All videos, as one list has them. The next list has those that move by calls a call further.</summary>
    internal VideoSnapshot List()
    {
        lock (_lock)
        {
            var all = Snapshot();
            foreach (var entry in _moving)
                entry.Motion!.Count();
            return all;
        }
    }

    /// <summary>The same for the videos with these ids, in the order of the account, together with the whole account.</summary>
    internal (VideoSnapshot Account, IReadOnlyList<StoredVideo> Chosen) List(IReadOnlySet<Guid> ids)
    {
        lock (_lock)
        {
            var all = Snapshot();
            VideoEntry[] chosen = [.. ids.Select(id => _byId.GetValueOrDefault(id)?.Value).OfType<VideoEntry>().OrderBy(entry => entry.Number)];
            foreach (var entry in chosen)
                entry.Motion?.Count();
            return (all, [.. chosen.Select(entry => entry.Video)]);
        }
    }

    private VideoSnapshot Snapshot()
    {
        lock (_lock)
        {
            foreach (var entry in _moving)
                Move(entry);
            return _snapshot ??= new VideoSnapshot([.. _entries.Select(entry => entry.Video)]);
        }
    }

    private void Move(VideoEntry entry)
    {
        if (entry.Move())
            Changed(entry);
    }

    private void Changed(VideoEntry entry)
    {
        _snapshot = null;
        if (entry.Motion is null)
            _moving.Remove(entry);
        else
            _moving.Add(entry);
    }
}
