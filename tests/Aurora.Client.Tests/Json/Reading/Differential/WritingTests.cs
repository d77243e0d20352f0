using System.Globalization;
using System.Text.Json;
using Aurora.TestKit.Differential;
using Newtonsoft.Json.Linq;
using JsonToken = Newtonsoft.Json.JsonToken;

namespace Aurora.Client.Tests.Json.Reading.Differential;

/// <summary>Compares the generated writers with the readers and with Newtonsoft.Json on random documents.</summary>
[TestFixture]
public sealed class WritingTests
{
    private static readonly HashSet<string> Documented = [.. VideoLists.Properties.Select(property => property.Name)];

    [Test]
    public void Written_videos_are_read_back_by_the_client_and_by_System_Text_Json() => VideoLists.Any.Check(json =>
    {
        var videos = ClientReading.List(json).Items;
        var written = JsonSerializer.SerializeToUtf8Bytes<IReadOnlyList<AuroraFlow>>(videos);
        return Difference.Between(videos, ClientReading.List(written).Items, "client")
            ?? Difference.Between(videos, JsonSerializer.Deserialize<List<AuroraFlow>>(written), "System.Text.Json");
    });

    [Test]
    public void Written_properties_match_those_in_the_response() => VideoLists.Any.Check(json =>
    {
        var read = ClientReading.List(json);
        var isUnderstood = !read.Drift.Any(drift => drift.Kind is SchemaDriftKind.WrongType or SchemaDriftKind.Malformed);
        var sent = SentJson.Parse(json).Items.Where(video => video.Token == JsonToken.StartObject).Select(video => video.Members.Select(member => member.Name.Text!).ToHashSet());
        using var written = JsonDocument.Parse(JsonSerializer.SerializeToUtf8Bytes<IReadOnlyList<AuroraFlow>>(read.Items));
        return sent.Zip(written.RootElement.EnumerateArray(), (names, video) =>
        {
            var more = video.EnumerateObject().Select(property => property.Name).Where(name => !names.Contains(name)).ToList();
            var missing = names.Where(name => !video.TryGetProperty(name, out _) && (isUnderstood || !Documented.Contains(name))).ToList();
            return more.Count == 0 && missing.Count == 0 ? null : $"more: {string.Join(",", more)}; missing: {string.Join(",", missing)}";
        }).FirstOrDefault(difference => difference is not null);
    }, oneIn: 2);

    [Test]
    public void Written_values_match_those_of_Newtonsoft() => VideoLists.Any.Check(json =>
    {
        var videos = ClientReading.List(json).Items;
        var expected = Parse(Newtonsoft.Json.JsonConvert.SerializeObject(videos, AuroraJson.Settings));
        return Parse(JsonSerializer.Serialize<IReadOnlyList<AuroraFlow>>(videos)).Zip(expected, (written, other) => written.Properties()
            // Newtonsoft.Json omits an optional null, and writes a default instead of a null that the document does not allow.
            .Where(property => property.Value.Type != JTokenType.Null || !Documented.Contains(property.Name))
            .Where(property => !IsSame(property.Value, other[property.Name]))
            .Select(property => $"{property.Name}: {property.Value} instead of {other[property.Name]}").FirstOrDefault())
            .FirstOrDefault(difference => difference is not null);
    }, oneIn: 2);

    private static bool IsSameMoment(string written, string expected) => expected.EndsWith("+00:00", StringComparison.Ordinal)
        && DateTimeOffset.TryParse(written, CultureInfo.InvariantCulture, out var one) && DateTimeOffset.TryParse(expected, CultureInfo.InvariantCulture, out var other) && one.EqualsExact(other);

    private static IEnumerable<JObject> Parse(string json)
    {
        using var reader = new Newtonsoft.Json.JsonTextReader(new StringReader(json)) { DateParseHandling = Newtonsoft.Json.DateParseHandling.None };
        return JArray.Load(reader).Cast<JObject>();
    }

    // The API writes UTC as Z and six decimal places. Newtonsoft.Json writes +00:00 and as many digits as needed.
    private static bool IsSame(JToken written, JToken? expected) => (written, expected) switch
    {
        (JObject one, JObject other) => one.Count == other.Count && one.Properties().All(property => other.TryGetValue(property.Name, out var found) && IsSame(property.Value, found)),
        (JArray one, JArray other) => one.Count == other.Count && one.Zip(other).All(pair => IsSame(pair.First, pair.Second)),
        ({ Type: JTokenType.Integer or JTokenType.Float }, { Type: JTokenType.Float }) => ((double)written).Equals((double)expected!),
        ({ Type: JTokenType.String }, { Type: JTokenType.String }) => (string?)written == (string?)expected || IsSameMoment((string)written!, (string)expected!),
        ({ Type: JTokenType.Float }, { Type: JTokenType.String }) => ((double)written).ToString(CultureInfo.InvariantCulture) == (string?)expected,
        _ => JToken.DeepEquals(written, expected),
    };
}
