using Newtonsoft.Json.Linq;

namespace Aurora.Testing.Media;

/// <summary>Turns the made-up addresses of a video's media into those of a server that has them.</summary>
internal sealed class MediaAddresses(Uri origin)
{
    public const string MadeUp = "https://media.example.com/";

    private static readonly Dictionary<string, string> Extensions = new()
    {
        ["video_output"] = VideoSample.Extension,
        ["preview"] = PictureSample.Extension,
        ["image"] = PictureSample.Extension,
    };

    /// <summary>Changes the video, and returns it.</summary>
    public JObject Apply(JObject video)
    {
        foreach (var (property, extension) in Extensions)
        {
            if (video[property] is JValue { Value: string address } && address.StartsWith(MadeUp, StringComparison.Ordinal))
                video[property] = new Uri(origin, Path.ChangeExtension(address[MadeUp.Length..], extension)).AbsoluteUri;
        }

        return video;
    }
}
