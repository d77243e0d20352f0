using System.Security.Cryptography;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Aurora.Testing.Tests;

[TestFixture]
public sealed class AuroraVideoGeneratorTests
{
    private static readonly string[] Statuses = ["pending", "in_queue", "running", "failed", "done", "rejected"];

    [TestCase("")]
    [TestCase("de-DE")]
    [TestCase("ar-SA")]
    public void Generate_same_seed_returns_the_same_bytes_on_every_machine(string culture)
    {
        using var _ = new CultureScope(culture);

        var hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Text(24, seed: 1))));

        Assert.That(
            hash,
            Is.EqualTo("10A152A7A33A08598E0B4FE42B41CC07E8F2038EC84085D17B0E663BA2F8F8C3"),
            "A change of the generated videos breaks the tests of callers that expect specific values.");
    }

    [Test]
    public void Generate_different_seeds_return_different_videos()
    {
        var ids = Enumerable.Range(-50, 100).SelectMany(seed => AuroraVideoGenerator.Generate(24, seed)).Select(video => (string?)video["id"]);

        Assert.That(ids, Is.Unique);
    }

    [Test]
    public void Generate_shorter_sequence_is_the_beginning_of_a_longer_one() =>
        Assert.That(Text(100, seed: 7), Does.StartWith(Text(30, seed: 7).TrimEnd(']')));

    [Test]
    public void Generate_first_six_have_every_status([Values(0, 1, 5, -1, -3, int.MinValue, int.MaxValue)] int seed) =>
        Assert.That(AuroraVideoGenerator.Generate(6, seed).Select(video => (string?)video["status"]), Is.EquivalentTo(Statuses));

    [Test]
    public void Generate_many_videos_are_valid([Values(1, 2, -9)] int seed) =>
        Assert.That(AuroraDocument.Current.CheckBody(Text(500, seed)), Is.Empty);

    [Test]
    public void Generate_returns_exactly_the_properties_in_the_document()
    {
        var names = AuroraVideoGenerator.Generate(24).SelectMany(video => video.Properties()).Select(property => property.Name).Distinct();

        Assert.That(names, Is.EquivalentTo(AuroraDocument.Current.Video.Properties.Keys));
    }

    [Test]
    public void Generate_nullable_properties_have_nulls_and_values()
    {
        var videos = AuroraVideoGenerator.Generate(24).ToList();
        var nullable = AuroraDocument.Current.Video.Properties.Where(p => p.Value.IsNullableRaw == true).Select(p => p.Key).ToList();

        Assert.That(nullable, Is.Not.Empty);
        Assert.That(nullable.Where(name => videos.All(video => video[name]!.Type != JTokenType.Null)), Is.Empty, "never null");
        Assert.That(nullable.Where(name => videos.All(video => video[name]!.Type == JTokenType.Null)), Is.Empty, "always null");
    }

    [Test]
    public void Generate_optional_prompt_is_sometimes_missing()
    {
        var withPrompt = AuroraVideoGenerator.Generate(24).Count(video => video.ContainsKey("text_prompt"));

        Assert.That(withPrompt, Is.InRange(1, 23));
    }

    [Test]
    public void Generate_properties_match_the_status()
    {
        foreach (var video in AuroraVideoGenerator.Generate(500))
        {
            var status = (string)video["status"]!;
            var progress = (double)video["progress"]!;
            Assert.Multiple(() =>
            {
                Assert.That(video["video_output"]!.Type == JTokenType.String, Is.EqualTo(status == "done"));
                Assert.That(video["preview"]!.Type == JTokenType.String, Is.EqualTo(status == "done"));
                Assert.That(video["media_job"]!.Type == JTokenType.String, Is.EqualTo(status is "running" or "failed" or "done"));
                Assert.That((string)video["failed_reason"]! != "", Is.EqualTo(status is "failed" or "rejected"));
                Assert.That(progress, status switch
                {
                    "done" => Is.EqualTo(1.0),
                    "running" or "failed" => Is.InRange(0.01, 0.99),
                    _ => Is.Zero,
                });
            });
        }
    }

    [Test]
    public void Generate_credits_depend_on_model_and_duration()
    {
        foreach (var video in AuroraVideoGenerator.Generate(500))
        {
            var rate = (string?)video["model_version"] == "aurora_v1" ? 1.0 : 0.5;
            var expected = (string?)video["status"] is "failed" or "rejected" ? 0 : (int)video["duration"]! * rate;

            Assert.That((double)video["credits_used"]!, Is.EqualTo(expected));
        }
    }

    [Test]
    public void Generate_videos_have_a_realistic_size() =>
        Assert.That(Encoding.UTF8.GetByteCount(Text(1000, seed: 1)) / 1000, Is.InRange(840, 920));

    [Test]
    public void Generate_negative_count_throws() =>
        Assert.That(() => AuroraVideoGenerator.Generate(-1), Throws.InstanceOf<ArgumentOutOfRangeException>());

    private static string Text(int count, int seed) => new JArray(AuroraVideoGenerator.Generate(count, seed)).ToString(Formatting.None);
}
