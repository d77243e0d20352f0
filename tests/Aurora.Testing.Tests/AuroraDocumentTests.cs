using Aurora.Testing;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Aurora.TestKit;

[TestFixture]
public sealed class AuroraDocumentTests
{
    [Test]
    public void CheckBody_generated_videos_have_no_errors() => Assert.That(Check(_ => { }), Is.Empty);

    [Test]
    public void CheckBody_empty_array_has_no_errors() => Assert.That(AuroraDocument.Current.CheckBody("[]"), Is.Empty);

    [Test]
    public void CheckBody_missing_required_property_is_reported()
    {
        var required = AuroraDocument.Current.Video.RequiredProperties;

        Assert.That(required, Is.Not.Empty);
        Assert.That(required.Where(name => Check(video => video.Remove(name)).Count == 0), Is.Empty);
    }

    [Test]
    public void CheckBody_null_is_reported_unless_nullable()
    {
        var properties = AuroraDocument.Current.Video.Properties;

        var accepted = properties.Keys.Where(name => Check(video => video[name] = null).Count == 0);

        Assert.That(accepted, Is.EquivalentTo(properties.Where(p => p.Value.IsNullableRaw == true).Select(p => p.Key)));
    }

    [TestCase("id", "3f2504e04f8911d39a0c0305e82c3301")]
    [TestCase("id", "{3f2504e0-4f89-11d3-9a0c-0305e82c3301}")]
    [TestCase("id", " 3f2504e0-4f89-11d3-9a0c-0305e82c3301")]
    [TestCase("id", "0x2504e0-4f89-11d3-9a0c-0305e82c3301")]
    [TestCase("media_job", "example-string")]
    [TestCase("created_at", "2025-09-01T06:00:00")]
    [TestCase("created_at", "2025-09-01 06:00:00Z")]
    [TestCase("created_at", "2025-09-01")]
    [TestCase("updated_at", "2025-02-30T06:00:00Z")]
    [TestCase("audio", "/media/a.mp3")]
    [TestCase("audio", "//media.example.com/a.mp3")]
    [TestCase("image", "media/a.png")]
    [TestCase("image", "https://media.example.com/a b.png")]
    [TestCase("webhook_url", "example.com")]
    [TestCase("status", "finished")]
    [TestCase("model_version", "aurora_v2")]
    public void CheckBody_invalid_text_is_reported(string property, string value) =>
        Assert.That(Check(video => video[property] = value), Has.Some.Contains($".{property}"));

    [Test]
    public void CheckBody_name_longer_than_255_characters_is_reported()
    {
        Assert.That(Check(video => video["name"] = new string('n', 255)), Is.Empty);
        Assert.That(Check(video => video["name"] = new string('n', 256)), Has.Count.EqualTo(1));
    }

    [Test]
    public void CheckBody_wrong_type_is_reported()
    {
        Assert.That(Check(video => video["duration"] = "12"), Is.Not.Empty);
        Assert.That(Check(video => video["duration"] = 12.5), Is.Not.Empty);
        Assert.That(Check(video => video["progress"] = "0.5"), Is.Not.Empty);
        Assert.That(Check(video => video["is_hidden"] = 0), Is.Not.Empty);
    }

    [Test]
    public void CheckBody_object_instead_of_array_is_reported() =>
        Assert.That(AuroraDocument.Current.CheckBody("""{"results":[]}"""), Is.Not.Empty);

    [TestCase("[")]
    [TestCase("[] []")]
    public void CheckBody_invalid_json_throws(string body) =>
        Assert.That(() => AuroraDocument.Current.CheckBody(body), Throws.InstanceOf<JsonReaderException>());

    private static IReadOnlyList<string> Check(Action<JObject> change)
    {
        var videos = new JArray(AuroraVideoGenerator.Generate(6));
        change((JObject)videos[4]);
        return AuroraDocument.Current.CheckBody(videos.ToString(Formatting.None));
    }
}
