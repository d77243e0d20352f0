using System.Globalization;
using System.Numerics;
using System.Reflection;
using Newtonsoft.Json;

namespace Aurora.Client.Tests.Reading.Differential;

/// <summary>
/// What the client has to make of a response, from the document's schema and Newtonsoft.Json's view of the bytes: the same
/// videos and the same drift, by other means than the client's.
/// </summary>
internal sealed class LenientOracle
{
    private static readonly Dictionary<string, PropertyInfo> Members = typeof(AuroraFlow).GetProperties()
        .Where(property => property.GetCustomAttribute<JsonPropertyAttribute>() is not null)
        .ToDictionary(property => property.GetCustomAttribute<JsonPropertyAttribute>()!.PropertyName!);

    private static readonly Dictionary<string, SchemaProperty> Properties = VideoLists.Properties.ToDictionary(property => property.Name);

    private readonly List<SchemaDrift> _drift = [];

    public static ReadVideos Read(byte[] json)
    {
        var oracle = new LenientOracle();
        var videos = SentJson.Parse(json).Items.Select(oracle.Video).OfType<AuroraFlow>().ToList();
        return new ReadVideos(videos, oracle._drift);
    }

    private AuroraFlow? Video(SentJson sent)
    {
        const string path = "$[]";
        if (sent.Token != JsonToken.StartObject)
        {
            Tell(sent.Token == JsonToken.Null ? SchemaDriftKind.Null : SchemaDriftKind.WrongType, path, sent.Token == JsonToken.Null ? "" : sent.Kind);
            return null;
        }

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
            Tell(SchemaDriftKind.Missing, $"{path}.{property.Name}");
        return video;
    }

    private void Assign(AuroraFlow video, SchemaProperty property, SentJson value, string path)
    {
        if (value.Token != JsonToken.Null)
        {
            var reading = SchemaRules.Read(property, value, Members[property.Name].PropertyType);
            foreach (var (kind, found) in reading.Drift)
                Tell(kind, path, found);
            if (reading.Value is not null)
                Members[property.Name].SetValue(video, reading.Value);
        }
        else if (property.IsNullable)
        {
            Members[property.Name].SetValue(video, null);
        }
        else
        {
            Tell(SchemaDriftKind.Null, path);
        }
    }

    private void Keep(AuroraFlow video, SentJson name, SentJson value, string path, string at)
    {
        TellIfNoText(name, path);
        Tell(SchemaDriftKind.UnknownProperty, at, value.Kind);
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
            Tell(SchemaDriftKind.Malformed, path, "a string");
    }

    private void Tell(SchemaDriftKind kind, string path, string found = "") => _drift.Add(new SchemaDrift(kind, Printable(path), Printable(found)));

    private static string Printable(string text)
    {
        var shown = text.Select(character => char.IsControl(character) ? '\ufffd' : character).ToArray();
        return shown.Length > 200 ? new string(shown[..200]) + "…" : new string(shown);
    }
}
