using System.Text.Json;
using Aurora.Client;

namespace Aurora.Cli.Videos;

/// <summary>The properties of a video as the API sent them, in the order and with the names of the document, including those of later documents.</summary>
internal static class VideoProperties
{
    public static IReadOnlyList<string> Names => AuroraFlow.JsonConverter.PropertyNames;

    /// <summary>Those of the document, null where the API sent nothing, and then those that the document does not know.</summary>
    public static IEnumerable<KeyValuePair<string, JsonElement?>> Of(AuroraFlow video)
    {
        var json = JsonSerializer.SerializeToElement(video, VideoJson.Context.Default.AuroraFlow);
        return Names.Select(name => KeyValuePair.Create(name, json.TryGetProperty(name, out var value) ? value : (JsonElement?)null))
            .Concat(json.EnumerateObject().Where(property => !Names.Contains(property.Name)).Select(property => KeyValuePair.Create(property.Name, (JsonElement?)property.Value)));
    }
}
