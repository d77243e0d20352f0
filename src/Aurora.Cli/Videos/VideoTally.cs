using System.Globalization;
using Aurora.Client;

namespace Aurora.Cli.Videos;

/// <summary>Counts videos and their credits.</summary>
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
