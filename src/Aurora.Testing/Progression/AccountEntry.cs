using Aurora.Testing.Listing;
using Newtonsoft.Json.Linq;

namespace Aurora.Testing.Progression;

/// <summary>A video in the account, and its progression if it has one.</summary>
internal sealed class AccountEntry(StoredVideo video, long number, Func<JObject, JObject> withMediaUrls)
{
    private const string Status = "status";
    private const string Progress = "progress";

    private readonly HashSet<string> _kept = [];

    /// <summary>Gets the position in the account. Numbers increase, but are not consecutive.</summary>
    public long Number => number;

    public StoredVideo Video { get; private set; } = video;

    public VideoProgression? Progression { get; private set; }

    /// <summary>Starts a progression, which controls the status and the progress from now on.</summary>
    public void Begin(VideoProgression progression)
    {
        Progression = progression.IsComplete ? null : progression;
        _kept.Remove(Status);
        _kept.Remove(Progress);
    }

    /// <summary>Applies the steps that are due. Returns whether there were any.</summary>
    public bool Advance()
    {
        if (Progression?.Advance(Video.Copy, _kept) is not { } advanced)
            return false;
        Video = StoredVideo.From(withMediaUrls(advanced));
        if (Progression.IsComplete)
            Progression = null;
        return true;
    }

    /// <summary>Lets a test update the video. The changed properties are kept. A changed status stops the progression.</summary>
    public void Update(Action<JObject> update)
    {
        var (before, after) = (Video.Copy(), Video.Copy());
        update(after);
        var updated = StoredVideo.From(after);
        if (updated.Id != Video.Id)
            throw new ArgumentException($"The ID of the video {Video.Id} cannot change. Remove the video and add another one.", nameof(update));

        var names = before.Properties().Concat(after.Properties()).Select(property => property.Name).Distinct();
        _kept.UnionWith(names.Where(name => !JToken.DeepEquals(before[name], after[name])));
        if (_kept.Contains(Status))
            Progression = null;
        Video = updated;
    }
}
