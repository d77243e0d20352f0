using System.Globalization;
using Aurora.Client;

namespace Aurora.Cli.Videos;

/// <summary>How many videos have gone by, and what they cost.</summary>
internal sealed class VideoTally
{
    private double _credits;

    public int Total { get; private set; }

    public string Summary => string.Create(
        CultureInfo.InvariantCulture, $"{Total} {(Total == 1 ? "video" : "videos")}, {VideoText.Credits(_credits)} credits");

    public void Add(AuroraFlow video)
    {
        Total++;
        _credits += video.CreditsUsed;
    }
}
