using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Aurora.TestKit.Differential;

namespace Aurora.Client.Tests.Json;

/// <summary>Checks that System.Text.Json reads and writes the JSON of the API with any options.</summary>
[TestFixture]
public sealed class SystemTextJsonTests
{
    private const string Full = """
        {
          "id": "0f8fad5b-d9cb-469f-a165-70867728950e", "created_at": "2026-01-31T10:20:30.123456+02:00", "updated_at": "2026-01-31T10:20:31Z",
          "name": null, "audio": "https://cdn.example/a b.mp3", "image": "media/i.png", "text_prompt": "A p\u00e9rson <&+>",
          "prompt_guidance_scale": 1.5, "model_version": null, "video_output": null, "credits_used": 0.1, "duration": 25, "progress": 1e22,
          "failed_reason": "", "media_job": null, "status": "brand_new", "is_hidden": true, "webhook_url": null, "preview": null,
          "rendered": { "at": [1, null, -0.5, true, 123456789012345678901234567890, "2026-01-31"], "by": {} }, "editor": null
        }
        """;

    private static readonly JsonSerializerOptions SmallPieces = new() { DefaultBufferSize = 100 };

    public static readonly NamedOptions[] AllOptions =
    [
        new("Web", JsonSerializerOptions.Web),
        new("strict", JsonSerializerOptions.Strict),
        new("snake_case", new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, DictionaryKeyPolicy = JsonNamingPolicy.KebabCaseUpper }),
        new("camelCase without nulls", new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull }),
        new("enums as texts", new JsonSerializerOptions { Converters = { new JsonStringEnumConverter() }, WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }),
        new("source generation", SystemTextJsonContext.Default.Options),
    ];

    [Test]
    public void Video_is_written_as_the_JSON_of_the_API([ValueSource(nameof(AllOptions))] NamedOptions options)
    {
        var video = JsonSerializer.Deserialize<AuroraFlow>(Full, options.Value)!;

        Assert.That(video, Has.Property("Duration").EqualTo(25).And.Property("Status").EqualTo(new AuroraStatus("brand_new")).And.Property("ModelVersion").EqualTo(AuroraModelVersion.AuroraV1));
        AssertSame(JsonSerializer.Serialize(video, options.Value), Full);
    }

    [Test]
    public void Property_that_was_not_sent_is_not_written() => AssertSame(JsonSerializer.Serialize(Read("""{ "status": "done", "webhook_url": null }""")), """{ "status": "done", "webhook_url": null }""");

    [Test]
    public void Only_properties_that_were_set_are_written() =>
        AssertSame(JsonSerializer.Serialize(new AuroraFlow { Name = null, ModelVersion = AuroraModelVersion.AuroraV1 }), """{ "name": null, "model_version": "aurora_v1" }""");

    [Test]
    public void Changed_property_is_written_with_its_new_value()
    {
        var video = Read("""{ "model_version": null, "audio": "https://h.example/a", "name": "a" }""");

        (video.ModelVersion, video.Audio, video.Name) = (AuroraModelVersion.AuroraV1Fast, null, null);

        AssertSame(JsonSerializer.Serialize(video), """{ "model_version": "aurora_v1_fast", "audio": null, "name": null }""");
    }

    [TestCase("2026-01-31T10:20:30Z")]
    [TestCase("2026-01-31T10:20:30.120000Z")]
    [TestCase("2026-01-31T10:20:30.1234567Z")]
    [TestCase("2026-01-31T10:20:30+02:00")]
    [TestCase("9999-12-31T23:59:59.999999Z")]
    public void Timestamp_is_written_in_the_format_of_the_API(string moment) => AssertSame(JsonSerializer.Serialize(Read($$"""{ "created_at": "{{moment}}" }""")), $$"""{ "created_at": "{{moment}}" }""");

    [Test]
    public void Webhook_payload_is_read_as_a_video()
    {
        var video = Read("""{ "id": "0f8fad5b-d9cb-469f-a165-70867728950e", "status": "done", "failed_reason": null, "video_output": "https://cdn.example/v.mp4" }""");

        Assert.That(video.Status, Is.EqualTo(AuroraStatus.Done));
        Assert.That(video.VideoOutput, Is.EqualTo("https://cdn.example/v.mp4"));
    }

    [Test]
    public void Videos_in_lists_dictionaries_and_objects_are_read_and_can_be_null()
    {
        var json = $$"""{"List":[{{Full}},null],"Map":{"a":{{Full}},"b":null},"One":null,"ByStatus":{"done":1,"brand_new":2},"MaybeStatus":null,"Statuses":["done",""]}""";

        var read = JsonSerializer.Deserialize<Everywhere>(json)!;

        Assert.That(read.List[1], Is.Null);
        Assert.That(read.ByStatus[AuroraStatus.Done], Is.EqualTo(1));
        AssertSame(JsonSerializer.Serialize(read), json);
    }

    [TestCase("5", "$")]
    [TestCase("\"text\"", "$")]
    [TestCase("[]", "$")]
    [TestCase("""{ "id": 5 }""", "$.id")]
    [TestCase("""{ "id": "no id" }""", "$.id")]
    [TestCase("""{ "created_at": "yesterday" }""", "$.created_at")]
    [TestCase("""{ "duration": "long" }""", "$.duration")]
    [TestCase("""{ "duration": 1.5 }""", "$.duration")]
    [TestCase("""{ "duration": [1] }""", "$.duration")]
    [TestCase("""{ "name": 5 }""", "$.name")]
    [TestCase("""{ "status": {} }""", "$.status")]
    [TestCase("""{ "is_hidden": "true" }""", "$.is_hidden")]
    public void Wrong_token_throws_with_its_path(string json, string path)
    {
        Assert.That(() => Read(json), Throws.TypeOf<JsonException>().With.Property("Path").EqualTo(path));
        Assert.That(() => JsonSerializer.Deserialize<List<AuroraFlow>>($"[{{}},{json}]"),
            Throws.TypeOf<JsonException>().With.Property("Path").EqualTo("$[1]").And.Message.Contains(path[1..].TrimStart('.')));
    }

    [TestCase("5", "$")]
    [TestCase("null", "$")]
    [TestCase("[\"done\"]", "$")]
    public void Wrong_token_for_an_enum_throws_with_its_path(string json, string path)
    {
        Assert.That(() => JsonSerializer.Deserialize<AuroraStatus>(json), Throws.TypeOf<JsonException>().With.Property("Path").EqualTo(path));
        Assert.That(() => JsonSerializer.Deserialize<Dictionary<string, AuroraStatus>>($$"""{"a":{{json}}}"""), Throws.TypeOf<JsonException>().With.Property("Path").EqualTo("$.a"));
    }

    [TestCase("{")]
    [TestCase("""{ "id" }""")]
    [TestCase("""{ "duration": 01 }""")]
    public void Invalid_JSON_throws(string json) => Assert.That(() => Read(json), Throws.InstanceOf<JsonException>());

    [Test]
    public void Number_in_quotes_is_read_if_the_options_allow_it()
    {
        const string Json = """{ "duration": "12", "credits_used": "1.5" }""";

        Assert.That(JsonSerializer.Deserialize<AuroraFlow>(Json, JsonSerializerOptions.Web), Has.Property("Duration").EqualTo(12).And.Property("CreditsUsed").EqualTo(1.5));
        Assert.That(() => Read(Json), Throws.TypeOf<JsonException>());
    }

    [Test]
    public void Null_is_read_as_null() => Assert.That(JsonSerializer.Deserialize<AuroraFlow>("null"), Is.Null);

    [Test]
    public async Task Videos_are_read_from_a_stream_in_pieces()
    {
        using var json = new MemoryStream(System.Text.Encoding.UTF8.GetBytes($"[{string.Join(",", Enumerable.Repeat(Full, 200))}]"));

        var videos = await JsonSerializer.DeserializeAsyncEnumerable<AuroraFlow>(json, SmallPieces).ToListAsync();

        Assert.That(videos, Has.Count.EqualTo(200).And.All.Property("Duration").EqualTo(25));
    }

    [Test]
    public void Newtonsoft_reads_the_written_JSON_and_the_reverse()
    {
        var video = JsonSerializer.Deserialize<AuroraFlow>(Full)!;
        var settings = AuroraJson.Settings;

        var written = Newtonsoft.Json.JsonConvert.DeserializeObject<AuroraFlow>(JsonSerializer.Serialize(video), settings)!;
        var read = Read(Newtonsoft.Json.JsonConvert.SerializeObject(video, settings));

        written.AdditionalProperties = read.AdditionalProperties = video.AdditionalProperties;
        Assert.That(Difference.Between(video, written), Is.Null);
        Assert.That(Difference.Between(video, read), Is.Null);
    }

    private static AuroraFlow Read(string json) => JsonSerializer.Deserialize<AuroraFlow>(json)!;

    private static void AssertSame(string actual, string expected) => Assert.That(JsonNode.DeepEquals(JsonNode.Parse(actual), JsonNode.Parse(expected)), Is.True, actual);

    internal sealed record Everywhere(List<AuroraFlow?> List, Dictionary<string, AuroraFlow?> Map, AuroraFlow? One, Dictionary<AuroraStatus, int> ByStatus, AuroraStatus? MaybeStatus, AuroraStatus[] Statuses);

    public sealed record NamedOptions(string Name, JsonSerializerOptions Value)
    {
        public override string ToString() => Name;
    }
}

[JsonSerializable(typeof(AuroraFlow))]
[JsonSerializable(typeof(AuroraBatchResult))]
[JsonSerializable(typeof(AuroraBatchProgress))]
[JsonSerializable(typeof(AuroraDownloadProgress))]
[JsonSerializable(typeof(AuroraChange))]
[JsonSerializable(typeof(AuroraModelVersion))]
[JsonSerializable(typeof(AuroraOrdering))]
[JsonSerializable(typeof(AuroraStatus))]
[JsonSerializable(typeof(AuroraWatchOptions))]
[JsonSerializable(typeof(AuroraClient))]
[JsonSerializable(typeof(AuroraClientOptions))]
[JsonSerializable(typeof(AuroraApiException))]
[JsonSerializable(typeof(SchemaDrift))]
[JsonSerializable(typeof(AuroraErrorKind))]
[JsonSerializable(typeof(SchemaDriftHandling))]
internal sealed partial class SystemTextJsonContext : JsonSerializerContext;
