using System.Text;
using System.Text.Json;
using Aurora.Client.Tests.Json.Reading;

namespace Aurora.Client.Tests.Transport;

[TestFixture]
public sealed class ListReaderTests
{
    private const string ThreeVideos = """
         [ { "name": "one \" ] } , [ {", "duration": 1, "deep": [[{"a": [1, {}]}], "x"] } ,
         {"duration":2,"name":"zw\u00f6lf \ud83d\ude00 ü😀"},null , 5,
           { "duration": 3 } ]   
        """;

    private static IEnumerable<int> ManyDeviations => [10, .. Enumerable.Range(40, 27), 1000];

    [Test]
    public void Pieces_of_any_size_are_read_as_the_same_videos([Range(1, 40)] int size)
    {
        var read = ReadVideos.From(ThreeVideos, size);

        Assert.That(read.Videos.Select(video => (video.Duration, video.Name)), Is.EqualTo(new[] { (1, "one \" ] } , [ {"), (2, "zwölf 😀 ü😀"), (3, (string?)null) }));
        Assert.That(read.Drift.Count(drift => drift.Path == "$[]"), Is.EqualTo(2));
    }

    [Test]
    public void Drift_is_reported_once_and_in_order_for_pieces_of_any_size([Range(1, 60)] int size)
    {
        const string Json = """[{"id": 5, "new": {"a": [1, 2]}, "status": "odd", "duration": "7"}, {"id": null, "status": "done"}]""";

        var whole = ReadVideos.From(Json);
        var read = ReadVideos.From(Json, size);

        Assert.That(read.Drift, Is.EqualTo(whole.Drift));
        Assert.That(read.Drift.Where(drift => drift.Kind != SchemaDriftKind.Missing).Select(drift => drift.Path),
            Is.EqualTo(new[] { "$[].id", "$[].new", "$[].status", "$[].duration", "$[].id" }));
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(100)]
    [TestCase(1_000_000)]
    public void Wrong_Content_Length_has_no_effect(long length)
    {
        var json = $"[{string.Join(",", Enumerable.Range(0, 3000).Select(number => $"{{\"duration\": {number}}}"))}]";

        Assert.That(ReadVideos.From(json, length: length).Videos.Select(video => video.Duration), Is.EqualTo(Enumerable.Range(0, 3000)));
    }

    // These are close to the number of deviations that is remembered, including missing properties.
    [TestCaseSource(nameof(ManyDeviations))]
    public void Each_of_many_deviations_in_a_video_is_reported_once(int count)
    {
        var unknown = string.Join(",", Enumerable.Range(0, count).Select(number => $"\"new_{number}\": {number}"));

        var read = ReadVideos.From($"[{{{unknown}}}, {{{unknown}}}]");

        Assert.That(read.Drift.Count(drift => drift.Kind == SchemaDriftKind.UnknownProperty), Is.EqualTo(2 * count));
        Assert.That(read.Videos.Select(video => video.AdditionalProperties.Count), Is.EqualTo(new[] { count, count }));
    }

    [Test]
    public void Properties_are_read_in_any_order()
    {
        var properties = new[] { "\"duration\": 1", "\"name\": \"n\"", "\"failed_reason\": \"r\"", "\"is_hidden\": true", "\"n\\u0061me\": \"m\"" };
        var orders = Enumerable.Range(0, 30).Select(turn => properties.OrderBy(property => (property.Length * 31 + turn * 17) % 7).ToArray()).ToList();

        var read = ReadVideos.From($"[{string.Join(",", orders.Select(order => $"{{{string.Join(",", order)}}}"))}]");

        Assert.That(read.Videos.Select(video => (video.Duration, video.FailedReason, video.IsHidden)), Has.All.EqualTo((1, "r", true)));
        Assert.That(read.Videos.Select(video => video.Name), Is.EqualTo(orders.Select(order => Array.IndexOf(order, properties[1]) > Array.IndexOf(order, properties[4]) ? "n" : "m")));
    }

    [TestCase("[]")]
    [TestCase(" \n[ ]\t ")]
    [TestCase("\ufeff[]")]
    public void Empty_array_has_no_videos(string json) => Assert.That(ReadVideos.From(json, pieces: 1).Videos, Is.Empty);

    [TestCase("")]
    [TestCase("   ")]
    [TestCase("[")]
    [TestCase("[{}")]
    [TestCase("[{},")]
    [TestCase("[{}]]")]
    [TestCase("[{}] {}")]
    [TestCase("[{} {}]")]
    [TestCase("[,]")]
    [TestCase("{}")]
    [TestCase("null")]
    [TestCase("\"[]\"")]
    [TestCase("<html>")]
    [TestCase("[{\"id\": tru}]")]
    public void Body_that_is_not_a_JSON_array_throws_for_pieces_of_any_size(string json)
    {
        Assert.That(() => ReadVideos.From(json), Throws.InstanceOf<JsonException>());
        Assert.That(() => ReadVideos.From(json, pieces: 1), Throws.InstanceOf<JsonException>());
    }

    [TestCase("{}", "an object")]
    [TestCase("\"[]\"", "a string")]
    [TestCase("17", "a number")]
    [TestCase("null", "null")]
    [TestCase("true", "a boolean")]
    [TestCase("false", "a boolean")]
    public void Exception_names_the_type_instead_of_an_array(string json, string named) =>
        Assert.That(() => ReadVideos.From(json), Throws.InstanceOf<JsonException>().With.Message.EqualTo($"It is {named} instead of an array."));

    [TestCase(50, true)]
    [TestCase(49, false)]
    public void Video_up_to_the_limit_is_read_at_once_and_in_pieces(int limit, bool isRead)
    {
        var video = """{ "duration": 7, "name": "xxxxxxxxxxxxxxxxxxxxx" }""";
        Assert.That(video, Has.Length.EqualTo(50));

        foreach (var pieces in new[] { int.MaxValue, 10 })
        {
            var read = () => ReadVideos.From(Encoding.UTF8.GetBytes($"[{video}]"), pieces, maxVideoBytes: limit);
            if (isRead)
                Assert.That(read().Videos, Has.Count.EqualTo(1));
            else
                Assert.That(read, Throws.TypeOf<InvalidDataException>().With.Message.EqualTo("One element is larger than 49 bytes."));
        }
    }

    [TestCase(0, true)]
    [TestCase(1, false)]
    public void Body_up_to_the_limit_is_read(int more, bool isRead)
    {
        var body = $$"""[{ "name": "{{new string('x', 500)}}" }]""";
        var read = () => ReadVideos.From(Encoding.UTF8.GetBytes(body + new string(' ', more)), maxBytes: body.Length);
        if (isRead)
            Assert.That(read().Videos, Has.Count.EqualTo(1));
        else
            Assert.That(read, Throws.TypeOf<InvalidDataException>().With.Message.EqualTo($"It is larger than {body.Length} bytes."));
    }

    [Test]
    public void Videos_before_an_error_are_returned() =>
        Assert.That(() => ReadVideos.From("[{\"duration\": 1}, {\"duration\": }]"), Throws.InstanceOf<JsonException>());

    [Test]
    public void Depth_beyond_the_limit_throws_without_a_stack_overflow() =>
        Assert.That(() => ReadVideos.From("[" + new string('[', 100_000)), Throws.InstanceOf<JsonException>());

    [Test]
    public void Video_larger_than_the_limit_throws()
    {
        var json = Encoding.UTF8.GetBytes($$"""[{ "name": "{{new string('x', 5000)}}" }]""");

        Assert.That(ReadVideos.From(json, 1000, maxVideoBytes: 6000).Videos, Has.Count.EqualTo(1));
        Assert.That(() => ReadVideos.From(json, 1000, maxVideoBytes: 4000), Throws.TypeOf<InvalidDataException>().With.Message.Contains("4000"));
    }

    [Test]
    public void Incomplete_video_throws_when_it_exceeds_the_limit() =>
        Assert.That(() => ReadVideos.From(Encoding.UTF8.GetBytes($$"""[{ "name": "{{new string('x', 5000)}}"""), 1000, maxVideoBytes: 4000),
            Throws.TypeOf<InvalidDataException>().With.Message.EqualTo("One element is larger than 4000 bytes."));

    [TestCase(1)]
    [TestCase(1000)]
    [TestCase(int.MaxValue)]
    public void White_space_up_to_the_limit_is_accepted_for_pieces_of_any_size(int pieces) =>
        Assert.That(ReadVideos.From(Encoding.UTF8.GetBytes($$"""[{},{{new string(' ', 4000)}}{}]"""), pieces, maxVideoBytes: 4001).Videos, Has.Count.EqualTo(2));

#if DEBUG
    [Test]
    public void Complete_videos_are_read_without_a_search_for_their_end()
    {
        var json = $"[{string.Join(", ", Enumerable.Range(0, 100).Select(number => $"{{\"duration\": {number}}}"))}]";

        Assert.That(ReadVideos.From(json).Examined, Is.AtLeast(json.Length).And.LessThan(json.Length * 3 / 2));
    }

    [Test]
    public void Bytes_in_pieces_are_scanned_only_a_few_times([Values(1, 2, 7, 100, 1000)] int pieces)
    {
        var videos = Enumerable.Range(0, 40).Select(number => $$"""{{new string(' ', 300)}}{ "name": "{{new string('x', 1000)}}", "duration": {{number}} }""");
        var json = $"[{string.Join(",", videos)}]";

        Assert.That(ReadVideos.From(json, pieces).Examined, Is.AtLeast(json.Length).And.LessThan(4 * json.Length));
    }
#endif

    [Test]
    public void White_space_does_not_count_as_part_of_a_video([Values(1, 7, 1000, 100_000)] int pieces)
    {
        var space = new string(' ', 900);
        var video = $$"""{ "name": "{{new string('x', 900)}}" }""";

        Assert.That(ReadVideos.From(Encoding.UTF8.GetBytes($"{space}[{video}{space},{video}{space}]"), pieces, maxVideoBytes: 1000).Videos, Has.Count.EqualTo(2));
    }

    [TestCase("{0}[{{}}]")]
    [TestCase("[{0}{{}}]")]
    [TestCase("[{{}},{0}{{}}]")]
    [TestCase("[{{}}{0}]")]
    [TestCase("[{{}}]{0}")]
    public void White_space_larger_than_the_limit_throws_for_pieces_of_any_size(string form)
    {
        var json = Encoding.UTF8.GetBytes(string.Format(null, form, new string(' ', 1001)));

        foreach (var pieces in (int[])[1, 7, 1000, 100_000])
            Assert.That(() => ReadVideos.From(json, pieces, maxVideoBytes: 1000), Throws.TypeOf<InvalidDataException>().With.Message.Contains("white space"));
    }

    [Test]
    public void Body_larger_than_the_limit_throws() =>
        Assert.That(() => ReadVideos.From(Encoding.UTF8.GetBytes("[" + string.Join(",", Enumerable.Repeat("{}", 5000)) + "]"), maxBytes: 10_000), Throws.TypeOf<InvalidDataException>());

    [Test]
    public void Integer_with_too_many_digits_is_kept_as_text()
    {
        var digits = new string('7', 1001);

        var unknown = ReadVideos.From($$"""[{"big": {{digits[..1000]}}, "bigger": {{digits}}, "exact": 0.{{digits}}}]""").Videos[0].AdditionalProperties;

        Assert.That(unknown["big"], Is.EqualTo(System.Numerics.BigInteger.Parse(digits[..1000], System.Globalization.CultureInfo.InvariantCulture)));
        Assert.That(unknown["bigger"], Is.EqualTo(digits));
        Assert.That(unknown["exact"], Is.EqualTo(7.0 / 9).Within(1e-15));
    }

    [Test]
    public void Invalid_UTF_8_is_reported_and_affects_only_its_property()
    {
        byte[] json = [.. "[{\"name\": \""u8, 0xFF, 0xC3, 0x28, .. "\", \"duration\": 7}]"u8];

        var read = ReadVideos.From(json);

        Assert.That(read.Videos[0].Duration, Is.EqualTo(7));
        Assert.That(read.Drift, Has.Member(new SchemaDrift(SchemaDriftKind.Malformed, "$[].name", "a string")));
    }
}
