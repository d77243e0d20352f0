using Aurora.Testing.Listing;
using Newtonsoft.Json.Linq;

namespace Aurora.Testing.Motion;

/// <summary>A place in the account: the video that is there now, and its way on, if it has one.</summary>
internal sealed class VideoEntry(StoredVideo video, long number, Func<JObject, JObject> placed)
{
    private const string Status = "status";
    private const string Progress = "progress";

    private readonly HashSet<string> _kept = [];

    /// <summary>Its place: later ones have higher numbers.</summary>
    public long Number => number;

    public StoredVideo Video { get; private set; } = video;

    public VideoMotion? Motion { get; private set; }

    /// <summary>Sets the video on its way, which decides its status and progress from now on.</summary>
    public void Begin(VideoMotion motion)
    {
        Motion = motion.HasEnded ? null : motion;
        _kept.Remove(Status);
        _kept.Remove(Progress);
    }

    /// <summary>Makes the steps that are due, and says whether there were any.</summary>
    public bool Move()
    {
        if (Motion?.Move(Video.Copy, _kept) is not { } moved)
            return false;
        Video = StoredVideo.From(placed(moved));
        if (Motion.HasEnded)
            Motion = null;
        return true;
    }

    /// <summary>Lets the test change the video. What it changes stays; with another status the way is at its end.</summary>
    public void Change(Action<JObject> change)
    {
        var (before, after) = (Video.Copy(), Video.Copy());
        change(after);
        var changed = StoredVideo.From(after);
        if (changed.Id != Video.Id)
            throw new ArgumentException($"The id of video {Video.Id} cannot change. Remove the video and add another.", nameof(change));

        var names = before.Properties().Concat(after.Properties()).Select(property => property.Name).Distinct();
        _kept.UnionWith(names.Where(name => !JToken.DeepEquals(before[name], after[name])));
        if (_kept.Contains(Status))
            Motion = null;
        Video = changed;
    }
}
