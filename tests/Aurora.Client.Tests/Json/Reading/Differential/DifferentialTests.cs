using Aurora.TestKit.Differential;
using CsCheck;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Aurora.Client.Tests.Json.Reading.Differential;

/// <summary>Compares the generated readers with Newtonsoft.Json on random documents.</summary>
[TestFixture]
public sealed class DifferentialTests
{
    [Test]
    public void Videos_and_drift_match_the_document_and_Newtonsoft() =>
        VideoLists.Any.Check(json => ClientReading.List(json).DifferenceFrom(LenientOracle.Videos(json)));

    [Test]
    public void Videos_match_those_of_the_public_settings() => VideoLists.Any.Check(json =>
    {
        var read = ClientReading.List(json);
        if (read.Drift.Any(drift => drift.Kind == SchemaDriftKind.WrongType || drift is { Kind: SchemaDriftKind.Malformed, Found: "a number" }) || IsReadOtherwiseByDesign(json))
            return null;
        try
        {
            var expected = JsonConvert.DeserializeObject<List<AuroraFlow?>>(SentJson.Decode(json), AuroraJson.Settings)!.OfType<AuroraFlow>().ToList();
            expected.ForEach(video => video.AdditionalProperties = video.AdditionalProperties.ToDictionary(pair => pair.Key, pair => Plain(pair.Value)));
            return Difference.Between(expected, read.Items, "items");
        }
        catch (JsonException) when (read.Drift.Any(drift => drift.Kind == SchemaDriftKind.Malformed))
        {
            return null;
        }
    }, oneIn: 2);

    // Newtonsoft.Json ignores the case of names, ignores an optional null, and with any converter reads the integer -0 as 0.
    private static bool IsReadOtherwiseByDesign(byte[] json) => SentJson.Parse(json).Items.Any(video =>
        video.Members.Any(member => VideoLists.Properties.Any(property => property.Name != member.Name?.Text && string.Equals(property.Name, member.Name?.Text, StringComparison.OrdinalIgnoreCase)))
        || video.Members.Any(member => member.Value is { Token: JsonToken.Integer, Raw: "-0" })
        || video.Members.GroupBy(member => member.Name?.Text).Any(same => same.Count() > 1 && same.Any(member => member.Value.Token == JsonToken.Null)));

    private static object? Plain(object? value) => value switch
    {
        JObject members => members.Properties().ToDictionary(member => member.Name, member => Plain(member.Value)),
        JArray items => items.Select(Plain).ToList(),
        JValue scalar => scalar.Value,
        _ => value,
    };
}
