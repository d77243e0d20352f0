using System.Globalization;
using System.Numerics;
using System.Reflection;
using Aurora.Client;
using Newtonsoft.Json;

namespace Aurora.TestKit.Differential;

/// <summary>
/// Computes the videos and the drift that the client must read from a response, based on the schemas of the document and on the
/// parser of Newtonsoft.Json. It shares no code with the client.
/// </summary>
internal sealed class LenientOracle
{
    private static readonly Dictionary<string, PropertyInfo> Members = typeof(AuroraFlow).GetProperties()
        .Where(property => property.GetCustomAttribute<JsonPropertyAttribute>() is not null)
        .ToDictionary(property => property.GetCustomAttribute<JsonPropertyAttribute>()!.PropertyName!);

    private static readonly Dictionary<string, SchemaProperty> Properties = VideoLists.Properties.ToDictionary(property => property.Name);

    private readonly List<SchemaDrift> _drift = [];

    public static Reading<AuroraFlow> Videos(byte[] json)
    {
        var oracle = new LenientOracle();
        return new Reading<AuroraFlow>(oracle.List<AuroraFlow>(SentJson.Parse(json), "$", oracle.Video), oracle._drift);
    }

    /// <summary>Returns the expected items of a list of one type.</summary>
    public static Reading<T> Values<T>(byte[] json, SchemaType schema)
    {
        var oracle = new LenientOracle();
        return new Reading<T>(oracle.List<T>(SentJson.Parse(json), "$", (item, path) => oracle.Value(schema, item, typeof(T), path)), oracle._drift);
    }

    /// <summary>Returns the expected items of a list of lists.</summary>
    public static Reading<IReadOnlyList<T>> Lists<T>(byte[] json, SchemaType schema)
    {
        var oracle = new LenientOracle();
        return new Reading<IReadOnlyList<T>>(oracle.List<IReadOnlyList<T>>(SentJson.Parse(json), "$", (list, outer) =>
            list.Token == JsonToken.StartArray ? oracle.List<T>(list, outer, (item, path) => oracle.Value(schema, item, typeof(T), path)) : oracle.Refuse(list, outer)), oracle._drift);
    }

    /// <summary>Returns the expected items of a list of dictionaries.</summary>
    public static Reading<IDictionary<string, T>> Maps<T>(byte[] json, SchemaType schema)
    {
        var oracle = new LenientOracle();
        return new Reading<IDictionary<string, T>>(oracle.List<IDictionary<string, T>>(SentJson.Parse(json), "$", (map, path) =>
            map.Token == JsonToken.StartObject ? oracle.Map<T>(map, schema, path + ".*") : oracle.Refuse(map, path)), oracle._drift);
    }

    /// <summary>Returns the expected items of a list without a type.</summary>
    public static Reading<object> Plain(byte[] json)
    {
        var oracle = new LenientOracle();
        return new Reading<object>(oracle.List<object>(SentJson.Parse(json), "$", oracle.Plain), oracle._drift);
    }

    private List<T> List<T>(SentJson sent, string outer, Func<SentJson, string, object?> read)
    {
        var path = outer + "[]";
        var items = new List<T>();
        foreach (var item in sent.Items)
        {
            if (HasValue(item, path) && read(item, path) is T value)
                items.Add(value);
        }

        return items;
    }

    private Dictionary<string, T> Map<T>(SentJson sent, SchemaType schema, string path)
    {
        var values = new Dictionary<string, T>();
        foreach (var (name, item) in sent.Members)
        {
            TellIfNoText(name, path);
            if (HasValue(item, path) && Value(schema, item, typeof(T), path) is T value)
                values[name.Text!] = value;
        }

        return values;
    }

    private AuroraFlow? Video(SentJson sent, string path)
    {
        if (sent.Token != JsonToken.StartObject)
            return (AuroraFlow?)Refuse(sent, path);

        var video = new AuroraFlow();
        foreach (var (name, value) in sent.Members)
        {
            var at = $"{path}.{name.Text}";
            if (name.IsUnicode && Properties.TryGetValue(name.Text!, out var property))
                Assign(video, property, value, at);
            else
                Keep(video, name, value, path, at);
        }

        foreach (var property in Properties.Values.Where(property => property.IsRequired && !sent.Members.Any(member => member.Name.IsUnicode && member.Name.Text == property.Name)))
            Report(SchemaDriftKind.Missing, $"{path}.{property.Name}");
        return video;
    }

    private void Assign(AuroraFlow video, SchemaProperty property, SentJson value, string path)
    {
        if (property.IsNullable && value.Token == JsonToken.Null)
            Members[property.Name].SetValue(video, null);
        else if (HasValue(value, path) && Value(property.Type, value, Members[property.Name].PropertyType, path) is { } read)
            Members[property.Name].SetValue(video, read);
    }

    private bool HasValue(SentJson sent, string path)
    {
        if (sent.Token == JsonToken.Null)
            Report(SchemaDriftKind.Null, path);
        return sent.Token != JsonToken.Null;
    }

    private object? Value(SchemaType schema, SentJson sent, Type type, string path)
    {
        var reading = SchemaRules.Read(schema, sent, type);
        foreach (var (kind, found) in reading.Drift)
            Report(kind, path, found);
        return reading.Value;
    }

    private object? Refuse(SentJson sent, string path)
    {
        Report(SchemaDriftKind.WrongType, path, sent.Kind);
        return null;
    }

    private void Keep(AuroraFlow video, SentJson name, SentJson value, string path, string at)
    {
        TellIfNoText(name, path);
        Report(SchemaDriftKind.UnknownProperty, at, value.Kind);
        video.AdditionalProperties[name.Text!] = Plain(value, at);
    }

    private object? Plain(SentJson sent, string path)
    {
        switch (sent.Token)
        {
            case JsonToken.StartObject:
                var members = new Dictionary<string, object?>();
                foreach (var (name, value) in sent.Members)
                {
                    TellIfNoText(name, path);
                    members[name.Text!] = Plain(value, path);
                }

                return members;
            case JsonToken.StartArray:
                return sent.Items.Select(item => Plain(item, path)).ToList();
            case JsonToken.String:
                TellIfNoText(sent, path);
                return sent.Text;
            case JsonToken.Integer:
                var number = BigInteger.Parse(sent.Raw, CultureInfo.InvariantCulture);
                return number >= long.MinValue && number <= long.MaxValue ? (object)(long)number : number;
            case JsonToken.Float:
                return double.Parse(sent.Raw, CultureInfo.InvariantCulture);
            case JsonToken.Boolean:
                return sent.Raw == "true";
            default:
                return null;
        }
    }

    private void TellIfNoText(SentJson sent, string path)
    {
        if (!sent.IsUnicode)
            Report(SchemaDriftKind.Malformed, path, "a string");
    }

    private void Report(SchemaDriftKind kind, string path, string found = "") => _drift.Add(new SchemaDrift(kind, Printable(path), Printable(found)));

    private static string Printable(string text)
    {
        var shown = text.Select(character => char.IsControl(character) ? '\ufffd' : character).ToArray();
        return shown.Length > 200 ? new string(shown[..200]) + "…" : new string(shown);
    }
}
