using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Aurora.Testing.Listing;

/// <summary>One video as the fake keeps it: never changed once made, with the text that goes on the wire.</summary>
internal sealed class StoredVideo
{
    private StoredVideo(Guid id, string text)
    {
        Id = id;
        Text = text;
        Json = Parse(text);
    }

    public Guid Id { get; }

    public string Text { get; }

    public JObject Json { get; }

    public static StoredVideo From(JObject video)
    {
        var text = video.ToString(Formatting.None);
        if (Parse(text)["id"] is not JValue { Type: JTokenType.String, Value: string id } || !UuidText.TryParse(id, out var uuid))
        {
            throw new ArgumentException(
                "A video needs an \"id\" that is a UUID in 8-4-4-4-12 form; Guid.NewGuid().ToString() makes one.", nameof(video));
        }

        return new StoredVideo(uuid, text);
    }

    public JObject Copy() => Parse(Text);

    // Newtonsoft.Json would turn the timestamps into DateTime and write them back in another form.
    private static JObject Parse(string text)
    {
        using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None };
        return JObject.Load(reader);
    }
}
