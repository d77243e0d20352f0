using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Aurora.Testing.Listing;

/// <summary>One video as the fake keeps it: never changed once made, with the bytes that go on the wire.</summary>
internal sealed class StoredVideo
{
    private readonly JObject _json;
    private SortedBy? _sortedBy;

    private StoredVideo(Guid id, JObject json, byte[] bytes)
    {
        Id = id;
        _json = json;
        Bytes = bytes;
    }

    public Guid Id { get; }

    public byte[] Bytes { get; }

    public static StoredVideo From(JObject video)
    {
        var text = video.ToString(Formatting.None);
        var json = Parse(text);
        if (json["id"] is not JValue { Type: JTokenType.String, Value: string id } || !UuidText.TryParse(id, out var uuid))
        {
            throw new ArgumentException(
                "A video needs an \"id\" that is a UUID in 8-4-4-4-12 form; Guid.NewGuid().ToString() makes one.", nameof(video));
        }

        return new StoredVideo(uuid, json, Encoding.UTF8.GetBytes(text));
    }

    public JObject Copy() => (JObject)_json.DeepClone();

    public bool Has(string field) => _json.ContainsKey(field);

    /// <summary>The place of this video by a field. The last one asked for is kept, for lists ask again and again.</summary>
    public SortKey KeyBy(string field)
    {
        if (_sortedBy is { } kept && kept.Field == field)
            return kept.Key;
        var key = SortKey.Of(_json[field]);
        _sortedBy = new SortedBy(field, key);
        return key;
    }

    // Newtonsoft.Json would turn the timestamps into DateTime and write them back in another form.
    private static JObject Parse(string text)
    {
        using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None };
        return JObject.Load(reader);
    }

    private sealed record SortedBy(string Field, SortKey Key);
}
