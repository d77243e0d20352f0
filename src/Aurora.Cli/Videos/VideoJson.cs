using System.Text.Json.Serialization;

namespace Aurora.Cli.Videos;

/// <summary>Videos as the API sent them.</summary>
internal static partial class VideoJson
{
    // An error halfway must not leave half an array behind.
    public static void Write(IReadOnlyList<AuroraFlow> videos, TextWriter output) =>
        output.WriteLine(JsonText.Of(json => JsonSerializer.Serialize(json, videos, Context.Default.IReadOnlyListAuroraFlow), isIndented: true));

    public static void Write(AuroraFlow video, TextWriter output) => output.WriteLine(Text(video, isIndented: true));

    public static string Line(AuroraFlow video) => Text(video, isIndented: false);

    public static JsonNode? Node(AuroraFlow video) => JsonSerializer.SerializeToNode(video, Context.Default.AuroraFlow);

    /// <summary>Returns a value of a video as text, or null if it is missing.</summary>
    public static string? Text(JsonElement? value) => value?.ValueKind switch
    {
        null or JsonValueKind.Null => null,
        JsonValueKind.String => value.Value.GetString(),
        JsonValueKind.Object or JsonValueKind.Array => JsonText.Of(value.Value.WriteTo, isIndented: false),
        _ => value.Value.GetRawText(),
    };

    private static string Text(AuroraFlow video, bool isIndented) =>
        JsonText.Of(json => JsonSerializer.Serialize(json, video, Context.Default.AuroraFlow), isIndented);

    // Native code has no reflection.
    [JsonSerializable(typeof(AuroraFlow))]
    [JsonSerializable(typeof(IReadOnlyList<AuroraFlow>))]
    internal sealed partial class Context : JsonSerializerContext;
}

/// <summary>The properties of a video as the API sent them, in the order and with the names of the document, including those of later documents.</summary>
internal static class VideoProperties
{
    public static IReadOnlyList<string> Names => AuroraFlow.JsonConverter.PropertyNames;

    /// <summary>Returns the properties of the document, null where the API sent nothing, and then the unknown ones.</summary>
    public static IEnumerable<KeyValuePair<string, JsonElement?>> Of(AuroraFlow video)
    {
        var json = JsonSerializer.SerializeToElement(video, VideoJson.Context.Default.AuroraFlow);
        return Names.Select(name => KeyValuePair.Create(name, json.TryGetProperty(name, out var value) ? value : (JsonElement?)null))
            .Concat(json.EnumerateObject().Where(property => !Names.Contains(property.Name)).Select(property => KeyValuePair.Create(property.Name, (JsonElement?)property.Value)));
    }
}
