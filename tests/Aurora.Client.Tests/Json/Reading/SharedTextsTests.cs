namespace Aurora.Client.Tests.Json.Reading;

[TestFixture]
public sealed class SharedTextsTests
{
    [TestCase("a reason")]
    [TestCase("")]
    [TestCase("ein Wort für Überzählige")]
    [TestCase("😀")]
    public void Repeated_text_is_the_same_object(string text)
    {
        var videos = Read(text, text);

        Assert.That(videos.Select(video => video.FailedReason), Has.All.EqualTo(text));
        Assert.That(videos[1].FailedReason, Is.SameAs(videos[0].FailedReason));
    }

    [Test]
    public void Equal_texts_of_different_properties_are_the_same_object()
    {
        var video = ReadVideos.From("""[{"name": "twice", "failed_reason": "twice"}]""").Videos[0];

        Assert.That(video.FailedReason, Is.SameAs(video.Name));
    }

    [Test]
    public void Repeated_address_has_the_same_text_object()
    {
        var videos = ReadVideos.From("""[{"image": "https://files.example/1.png"}, {"audio": "https://files.example/1.png", "image": "https://files.example/2.png"}, {"image": "https://files.example/1.png"}]""").Videos;

        // The first text is kept as bytes, because most addresses do not repeat.
        Assert.That(videos[2].Image!.OriginalString, Is.SameAs(videos[1].Audio!.OriginalString));
        var once = videos[1].Audio;
        Assert.That(videos[1].Audio, Is.SameAs(once).And.EqualTo(videos[0].Image));
        Assert.That(videos[1].Image, Is.EqualTo(new Uri("https://files.example/2.png")));
    }

    [Test]
    public void Invalid_address_is_reported_each_time()
    {
        var read = ReadVideos.From("""[{"webhook_url": "/a"}, {"webhook_url": "/a"}]""");

        Assert.That(read.Drift.Count(drift => drift.Path == "$[].webhook_url"), Is.EqualTo(2));
    }

    [Test]
    public void Long_text_is_not_shared()
    {
        var text = new string('x', SharedTexts.MaxBytes + 1);

        Assert.That(Read(text, text)[1].FailedReason, Is.EqualTo(text).And.Not.SameAs(Read(text)[0].FailedReason));
        Assert.That(Read(text[1..], text[1..])[1].FailedReason, Has.Length.EqualTo(SharedTexts.MaxBytes));
    }

    [Test]
    public void More_texts_than_slots_are_read_correctly([Values(7, 8, 9, 31, 200)] int length)
    {
        var texts = Enumerable.Range(0, 20_000).Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture).PadLeft(length, 'x')).ToArray();

        Assert.That(Read(texts).Select(video => video.FailedReason), Is.EqualTo(texts));
    }

    [Test]
    public void Texts_that_differ_in_one_character_are_not_confused()
    {
        var texts = Enumerable.Range(0, 100).SelectMany(place => "ab".Select(character => new string('x', place) + character + new string('x', 99 - place))).ToArray();

        Assert.That(Read([.. texts, .. texts]).Select(video => video.FailedReason), Is.EqualTo(texts.Concat(texts)));
    }

    private static IReadOnlyList<AuroraFlow> Read(params string[] reasons) =>
        ReadVideos.From("[" + string.Join(",", reasons.Select(reason => $$"""{"failed_reason": "{{reason}}"}""")) + "]").Videos;
}
