using System.Globalization;
using Aurora.Client.Tests.Json.Reading;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Aurora.Client.Tests.Json;

[TestFixture]
public sealed class AuroraJsonTests
{
    private const string Full = """
        {
          "id": "0f8fad5b-d9cb-469f-a165-70867728950e", "created_at": "2026-01-31T10:20:30.123456+02:00", "updated_at": "2026-01-31T10:20:31+00:00",
          "name": null, "audio": "https://cdn.example/a.mp3", "image": "https://cdn.example/i.png", "text_prompt": "A p\u00e9rson",
          "prompt_guidance_scale": 1.5, "model_version": "aurora_v1_fast", "video_output": null, "credits_used": 12.5, "duration": 25,
          "progress": 0.4, "failed_reason": "", "media_job": null, "status": "running", "is_hidden": true, "webhook_url": null,
          "preview": null, "editor_url": null
        }
        """;

    [Test]
    public void Every_property_is_read()
    {
        var video = Read(Full);

        Assert.Multiple(() =>
        {
            Assert.That(video.Id, Is.EqualTo(new Guid("0f8fad5b-d9cb-469f-a165-70867728950e")));
            Assert.That(video.CreatedAt, Is.EqualTo(new DateTimeOffset(2026, 1, 31, 10, 20, 30, TimeSpan.FromHours(2)).AddTicks(1234560)));
            Assert.That(video.CreatedAt.Offset, Is.EqualTo(TimeSpan.FromHours(2)));
            Assert.That(video.Name, Is.Null);
            Assert.That(video.Audio, Is.EqualTo(new Uri("https://cdn.example/a.mp3")));
            Assert.That(video.TextPrompt, Is.EqualTo("A pérson"));
            Assert.That(video.PromptGuidanceScale, Is.EqualTo(1.5));
            Assert.That(video.ModelVersion, Is.EqualTo(AuroraModelVersion.AuroraV1Fast));
            Assert.That(video.CreditsUsed, Is.EqualTo(12.5));
            Assert.That(video.Duration, Is.EqualTo(25));
            Assert.That(video.MediaJob, Is.Null);
            Assert.That(video.Status, Is.EqualTo(AuroraStatus.Running));
            Assert.That(video.IsHidden, Is.True);
            Assert.That(video.AdditionalProperties, Is.Empty);
        });
    }

    [Test]
    public void Written_video_is_the_JSON_that_was_read()
    {
        var written = Parse(JsonConvert.SerializeObject(Read(Full), AuroraJson.Settings));
        var expected = Parse(Full);
        // An optional property is omitted if it is null.
        expected.Remove("name");
        expected.Remove("webhook_url");

        Assert.That(JToken.DeepEquals(written, expected), Is.True, written.ToString());
    }

    [Test]
    public void Missing_properties_have_the_defaults_of_the_document_and_respect_nullability()
    {
        var video = Read("{}");

        Assert.Multiple(() =>
        {
            Assert.That(video.PromptGuidanceScale, Is.EqualTo(1));
            Assert.That(video.ModelVersion, Is.EqualTo(AuroraModelVersion.AuroraV1));
            Assert.That(video.FailedReason, Is.Empty);
            Assert.That(video.Audio, Is.Null);
            Assert.That(video.Status, Is.EqualTo(default(AuroraStatus)));
        });
    }

    [TestCase("id", "\"not an id\"")]
    [TestCase("id", "null")]
    [TestCase("created_at", "\"yesterday\"")]
    [TestCase("created_at", "17")]
    [TestCase("duration", "\"long\"")]
    [TestCase("duration", "99999999999999999999")]
    [TestCase("duration", "{}")]
    [TestCase("credits_used", "[1]")]
    [TestCase("is_hidden", "\"perhaps\"")]
    [TestCase("failed_reason", "null")]
    [TestCase("audio", "null")]
    [TestCase("audio", "{\"a\":1}")]
    [TestCase("status", "null")]
    [TestCase("status", "3")]
    [TestCase("media_job", "\"\"")]
    public void Invalid_value_affects_only_its_property(string property, string value)
    {
        var video = Parse(Full);
        video[property] = JToken.Parse(value);

        var read = JObject.FromObject(ReadList($"[{video}, {Full}]")[0], JsonSerializer.Create(AuroraJson.Settings));

        var expected = JObject.FromObject(Read(Full), JsonSerializer.Create(AuroraJson.Settings));
        expected.Remove(property);
        read.Remove(property);
        Assert.That(JToken.DeepEquals(read, expected), Is.True, read.ToString());
    }

    [Test]
    public void Invalid_video_does_not_affect_the_others()
    {
        var videos = ReadList($$"""[{{Full}}, { "id": [], "duration": "x", "status": {} }, {{Full}}]""");

        Assert.That(videos.Select(video => video.Duration), Is.EqualTo(new[] { 25, 0, 25 }));
    }

    [Test]
    public void Unknown_status_keeps_its_text() => Assert.That(Read("""{ "status": "brand_new" }""").Status.Value, Is.EqualTo("brand_new"));

    [Test]
    public void Number_in_quotes_is_read() => Assert.That(Read("""{ "duration": "12", "credits_used": "1.5" }"""), Has.Property("Duration").EqualTo(12).And.Property("CreditsUsed").EqualTo(1.5));

    [Test]
    public void Invalid_URL_keeps_its_text() => Assert.That(Read("""{ "audio": "media/a b.mp3" }""").Audio!.OriginalString, Is.EqualTo("media/a b.mp3"));

    [Test]
    public void Unknown_property_is_kept_unchanged()
    {
        var video = Read("""{ "rendered_at": "2026-01-31T10:20:30+02:00", "$type": "System.Object", "deep": { "a": [1, null, 1.5, true, 123456789012345678901234567890] } }""");

        Assert.That(video.AdditionalProperties["rendered_at"], Is.EqualTo("2026-01-31T10:20:30+02:00"), "The text is not converted to a local date.");
        Assert.That(video.AdditionalProperties["$type"], Is.EqualTo("System.Object"));
        Assert.That(JsonConvert.SerializeObject(video.AdditionalProperties["deep"], AuroraJson.Settings), Is.EqualTo("""{"a":[1,null,1.5,true,123456789012345678901234567890]}"""));
    }

    [Test]
    [SetCulture("de-DE")]
    public void Culture_of_the_machine_does_not_matter() =>
        Assert.That(JsonConvert.SerializeObject(new AuroraFlow { CreditsUsed = 1.5 }, AuroraJson.Settings), Does.Contain("\"credits_used\":1.5"), CultureInfo.CurrentCulture.Name);

    [Test]
    [NonParallelizable]
    public void Timestamp_without_a_time_zone_is_in_UTC()
    {
        var before = Environment.GetEnvironmentVariable("TZ");
        Environment.SetEnvironmentVariable("TZ", "Asia/Tokyo");
        TimeZoneInfo.ClearCachedData();
        try
        {
            Assert.That(Read("""{ "created_at": "2026-01-31T10:20:30" }""").CreatedAt, Is.EqualTo(new DateTimeOffset(2026, 1, 31, 10, 20, 30, TimeSpan.Zero)));
        }
        finally
        {
            Environment.SetEnvironmentVariable("TZ", before);
            TimeZoneInfo.ClearCachedData();
        }
    }

    [Test]
    public void Settings_are_a_new_object_for_each_caller()
    {
        AuroraJson.Settings.Converters.Clear();
        Assert.That(AuroraJson.Settings.Converters, Is.Not.Empty);
    }

    [TestCase("""[{"duration": 1""")]
    [TestCase("""[{"duration": "long"}]""")]
    public void Settings_throw_for_values_that_cannot_be_read(string json) =>
        Assert.That(() => JsonConvert.DeserializeObject<List<AuroraFlow>>(json, AuroraJson.Settings), Throws.InstanceOf<JsonException>());

    [TestCase("")]
    [TestCase("<html>")]
    [TestCase("[")]
    [TestCase("[{]")]
    [TestCase("""[{"id": }]""")]
    [TestCase("""[{"id": "a}]""")]
    [TestCase("{}")]
    [TestCase("null")]
    [TestCase("\"text\"")]
    [TestCase("[] []")]
    public void Body_that_is_not_a_JSON_array_throws(string body) => Assert.That(() => ReadList(body), Throws.InstanceOf<System.Text.Json.JsonException>());

    /// <summary>Parses JSON without converting text that looks like a date.</summary>
    private static JObject Parse(string json) => JsonConvert.DeserializeObject<JObject>(json, new JsonSerializerSettings { DateParseHandling = DateParseHandling.None })!;

    private static AuroraFlow Read(string json) => ReadList($"[{json}]").Single();

    private static IReadOnlyList<AuroraFlow> ReadList(string json) => ReadVideos.From(json).Videos;
}
