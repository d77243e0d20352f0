using Aurora.Testing.Media;

namespace Aurora.Testing.Seasoning;

/// <summary>Replaces the placeholder URLs of generated videos with the URLs of a media server.</summary>
internal sealed class MediaUrls(Uri origin)
{
    public const string PlaceholderHost = "https://media.example.com/";

    private static readonly Dictionary<string, string> Extensions = new()
    {
        ["video_output"] = VideoSample.Extension,
        ["preview"] = PictureSample.Extension,
        ["image"] = PictureSample.Extension,
    };

    /// <summary>Changes the video and returns it.</summary>
    public JObject Apply(JObject video)
    {
        foreach (var (property, extension) in Extensions)
        {
            if (video[property] is JValue { Value: string url } && url.StartsWith(PlaceholderHost, StringComparison.Ordinal))
                video[property] = new Uri(origin, Path.ChangeExtension(url[PlaceholderHost.Length..], extension)).AbsoluteUri;
        }

        return video;
    }
}
