using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Aurora.Testing.Listing;

/// <summary>An immutable video and its serialized bytes.</summary>
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
                "The \"id\" of a video must be a UUID in the form 8-4-4-4-12. Use Guid.NewGuid().ToString() to create one.", nameof(video));
        }

        return new StoredVideo(uuid, json, Encoding.UTF8.GetBytes(text));
    }

    public JObject Copy() => (JObject)_json.DeepClone();

    public bool Has(string field) => _json.ContainsKey(field);

    /// <summary>Returns the sort key for a field. The latest key is cached, because many requests sort by the same field.</summary>
    public SortKey KeyBy(string field)
    {
        if (_sortedBy is { } kept && kept.Field == field)
            return kept.Key;
        var key = SortKey.Of(_json[field]);
        _sortedBy = new SortedBy(field, key);
        return key;
    }

    // By default, Newtonsoft.Json converts timestamps to DateTime and writes them in a different format.
    private static JObject Parse(string text)
    {
        using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None };
        return JObject.Load(reader);
    }

    private sealed record SortedBy(string Field, SortKey Key);
}
