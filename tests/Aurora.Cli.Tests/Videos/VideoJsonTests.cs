using Aurora.Cli.Videos;
using Aurora.Client;
using Aurora.Testing;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Aurora.Cli.Tests.Videos;

[TestFixture]
public sealed class VideoJsonTests
{
    [Test]
    public void Write_videos_preserves_values_and_nulls()
    {
        var sent = new JArray(AuroraVideoGenerator.Generate(200));

        var written = Written(System.Text.Json.JsonSerializer.Deserialize<List<AuroraFlow>>(sent.ToString())!);

        Assert.That(written, Has.Count.EqualTo(200));
        Assert.That(sent.Count(video => video["name"]!.Type == JTokenType.Null), Is.Positive, "The sample has no null to keep.");
        using (Assert.EnterMultipleScope())
        {
            foreach (var (before, after) in sent.Zip(written))
            {
                foreach (var property in ((JObject)before).Properties())
                    Assert.That(IsSame(property.Value, after[property.Name]), Is.True, $"{property} became {after[property.Name]}");
            }
        }
    }

    [Test]
    public void Write_unknown_property_is_preserved()
    {
        var video = new AuroraFlow { AdditionalProperties = { ["shade"] = "blue" } };

        Assert.That((string?)Written([video])[0]["shade"], Is.EqualTo("blue"));
    }

    [Test]
    public void Write_control_characters_are_escaped()
    {
        const string Name = "\e[2J\u009B2J\u007F";
        using var output = new StringWriter { NewLine = "\n" };

        VideoJson.Write([new AuroraFlow { Name = Name }], output);

        Assert.That(output.ToString().Where(character => char.IsControl(character) && character is not '\r' and not '\n'), Is.Empty);
        Assert.That((string?)Parse(output.ToString())[0]["name"], Is.EqualTo(Name));
    }

    [Test]
    public void Write_no_videos_writes_empty_array() => Assert.That(Written([]), Is.Empty);

    private static JArray Written(IReadOnlyList<AuroraFlow> videos)
    {
        using var output = new StringWriter();
        VideoJson.Write(videos, output);
        return Parse(output.ToString());
    }

    private static JArray Parse(string json)
    {
        using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None };
        return JArray.Load(reader);
    }

    // 1.0 is written as 1, and Z as +00:00.
    private static bool IsSame(JToken before, JToken? after) => (before.Type, after?.Type) switch
    {
        (JTokenType.Float, JTokenType.Integer or JTokenType.Float) => (double)before == (double)after!,
        (JTokenType.String, JTokenType.String) when DateTimeOffset.TryParse((string?)before, out var time) =>
            DateTimeOffset.TryParse((string?)after, out var same) && time == same,
        _ => JToken.DeepEquals(before, after),
    };
}
