using Aurora.Testing;
using Newtonsoft.Json.Linq;

namespace Aurora.Cli.Tests.Galleries.Pages;

/// <summary>Generates videos whose media are on this machine.</summary>
internal static class SampleGallery
{
    public static IEnumerable<JObject> Videos(int count, MediaServer media)
    {
        foreach (var video in AuroraVideoGenerator.Generate(count))
        {
            video["image"] = $"{media.Address}previews/{video["id"]}.svg";
            foreach (var property in new[] { "preview", "video_output" })
            {
                if (video[property]!.Type != JTokenType.Null)
                    video[property] = $"{media.Address}{(property == "preview" ? "previews" : "videos")}/{video["id"]}";
            }

            yield return video;
        }
    }
}
