namespace Aurora.Client.Tests.Json.Reading;

/// <summary>Checks that every deviation of a response from the document is reported, and nothing else.</summary>
[TestFixture]
public sealed class SchemaDriftTests
{
    private const string Valid = """
        {
          "id": "0f8fad5b-d9cb-469f-a165-70867728950e", "created_at": "2026-01-31T10:20:30Z", "updated_at": "2026-01-31T10:20:31+02:00",
          "audio": "https://cdn.example/a.mp3", "image": "https://cdn.example/i.png", "video_output": null, "credits_used": 12.5, "duration": 25,
          "progress": 0, "failed_reason": "", "media_job": null, "status": "running", "is_hidden": true, "preview": null, "editor_url": null
        }
        """;

    [Test]
    public void Valid_video_has_no_drift() => Assert.That(ReadVideos.From($"[{Valid}]").Drift, Is.Empty);

    [TestCase("\"duration\": 25", "\"duration\": null", SchemaDriftKind.Null, "$[].duration", "")]
    [TestCase("\"duration\": 25", "\"duration\": \"25\"", SchemaDriftKind.WrongType, "$[].duration", "a string")]
    [TestCase("\"duration\": 25", "\"duration\": 25.5", SchemaDriftKind.Malformed, "$[].duration", "a number")]
    [TestCase("\"duration\": 25", "\"duration\": {\"a\": [1]}", SchemaDriftKind.WrongType, "$[].duration", "an object")]
    [TestCase("\"credits_used\": 12.5", "\"credits_used\": 1e999", SchemaDriftKind.Malformed, "$[].credits_used", "a number")]
    [TestCase("\"is_hidden\": true", "\"is_hidden\": \"true\"", SchemaDriftKind.WrongType, "$[].is_hidden", "a string")]
    [TestCase("\"is_hidden\": true", "\"is_hidden\": 1", SchemaDriftKind.WrongType, "$[].is_hidden", "a number")]
    [TestCase("\"failed_reason\": \"\"", "\"failed_reason\": false", SchemaDriftKind.WrongType, "$[].failed_reason", "a boolean")]
    [TestCase("\"failed_reason\": \"\"", "\"failed_reason\": \"\\ud800\"", SchemaDriftKind.Malformed, "$[].failed_reason", "a string")]
    [TestCase("\"status\": \"running\"", "\"status\": \"brand_new\"", SchemaDriftKind.UnknownValue, "$[].status", "brand_new")]
    [TestCase("\"status\": \"running\"", "\"status\": 3", SchemaDriftKind.WrongType, "$[].status", "a number")]
    [TestCase("\"status\": \"running\"", "\"status\": \"running\", \"extra\": {\"a\": 1}", SchemaDriftKind.UnknownProperty, "$[].extra", "an object")]
    [TestCase("0f8fad5b-d9cb-469f-a165-70867728950e", "0f8fad5bd9cb469fa16570867728950e", SchemaDriftKind.Malformed, "$[].id", "a string")]
    [TestCase("2026-01-31T10:20:30Z", "2026-01-31T10:20:30", SchemaDriftKind.Malformed, "$[].created_at", "a string")]
    [TestCase("2026-01-31T10:20:30Z", "2026-01-31", SchemaDriftKind.Malformed, "$[].created_at", "a string")]
    [TestCase("2026-01-31T10:20:30Z", "2026-01-31T10:20Z", SchemaDriftKind.Malformed, "$[].created_at", "a string")]
    [TestCase("2026-01-31T10:20:30Z", "2026-01-31T10:20:30.Z", SchemaDriftKind.Malformed, "$[].created_at", "a string")]
    [TestCase("2026-01-31T10:20:30Z", "9999-12-31T23:59:60Z", SchemaDriftKind.Malformed, "$[].created_at", "a string")]
    [TestCase("2026-01-31T10:20:30Z", "9999-12-31T23:59:60+01:00", SchemaDriftKind.Malformed, "$[].created_at", "a string")]
    [TestCase("2026-01-31T10:20:30Z", "9999-12-31T22:59:60-01:00", SchemaDriftKind.Malformed, "$[].created_at", "a string")]
    [TestCase("2026-01-31T10:20:30Z", "2026-02-30T23:59:60Z", SchemaDriftKind.Malformed, "$[].created_at", "a string")]
    [TestCase("2026-01-31T10:20:30Z", "yesterday", SchemaDriftKind.Malformed, "$[].created_at", "a string")]
    [TestCase("https://cdn.example/a.mp3", "/media/a.mp3", SchemaDriftKind.Malformed, "$[].audio", "a string")]
    [TestCase("\"audio\": \"https://cdn.example/a.mp3\",", "", SchemaDriftKind.Missing, "$[].audio", "")]
    [TestCase("\"failed_reason\": \"\"", "\"text_prompt\": null, \"failed_reason\": \"\"", SchemaDriftKind.Null, "$[].text_prompt", "")]
    public void Each_deviation_is_reported_with_its_path_and_kind(string find, string replacement, SchemaDriftKind kind, string path, string found)
    {
        var read = ReadVideos.From($"[{Valid.Replace(find, replacement, StringComparison.Ordinal)}]");

        Assert.That(read.Drift, Is.EqualTo(new[] { new SchemaDrift(kind, path, found) }));
        Assert.That(read.Videos, Has.Count.EqualTo(1));
    }

    [TestCase("id", "0f8fad5b-d9cb-469f-a165-7086772895\\ud800")]
    [TestCase("created_at", "2026-01-31T10:20:30\\ud800Z")]
    [TestCase("name", "\\ud800")]
    [TestCase("audio", "https://\\ud800")]
    [TestCase("model_version", "aurora\\ud800")]
    [TestCase("duration", "1\\ud800")]
    [TestCase("credits_used", "1\\ud800")]
    [TestCase("progress", "1\\ud800")]
    [TestCase("status", "don\\ud800")]
    [TestCase("media_job", "\\ud800")]
    [TestCase("is_hidden", "tru\\ud800")]
    public void Invalid_text_affects_only_its_property(string property, string value)
    {
        var read = ReadVideos.From($"[{{ \"{property}\": \"{value}\" }}, {Valid}]");

        Assert.That(read.Videos, Has.Count.EqualTo(2));
        Assert.That(read.Drift.Where(reported => reported.Kind != SchemaDriftKind.Missing).Select(reported => reported.Path), Is.Not.Empty.And.All.EqualTo("$[]." + property));
    }

    [TestCase("\\ud800")]
    [TestCase("is_hidde\\ud800")]
    public void Invalid_property_name_is_not_reported_for_the_previous_property(string name)
    {
        var drift = ReadVideos.From($"[{Valid.Replace("\"is_hidden\"", $"\"{name}\": 1, \"is_hidden\"", StringComparison.Ordinal)}]").Drift;

        Assert.That(drift.Select(reported => (reported.Kind, reported.Found)), Is.EqualTo(new[] { (SchemaDriftKind.Malformed, "a string"), (SchemaDriftKind.UnknownProperty, "a number") }));
        Assert.That(drift[0].Path, Is.EqualTo("$[]"));
    }

    [TestCase("null", SchemaDriftKind.Null, "")]
    [TestCase("17", SchemaDriftKind.WrongType, "a number")]
    [TestCase("[[]]", SchemaDriftKind.WrongType, "an array")]
    public void Element_that_is_not_a_video_is_omitted_and_reported(string element, SchemaDriftKind kind, string found)
    {
        var read = ReadVideos.From($"[{Valid}, {element}, {Valid}]");

        Assert.That(read.Videos, Has.Count.EqualTo(2));
        Assert.That(read.Drift, Is.EqualTo(new[] { new SchemaDrift(kind, "$[]", found) }));
    }

    [TestCase("2026-12-31T23:59:60Z", "2027-01-01T00:00:00+00:00")]
    [TestCase("2026-12-31T23:59:60.5+01:00", "2027-01-01T00:00:00.5+01:00")]
    public void Leap_second_is_valid_and_read_as_the_second_after_it(string sent, string read) => AssertValid(sent, read);

    [TestCase("2026-01-31t10:20:30z", "2026-01-31T10:20:30Z")]
    [TestCase("2026-01-31T10:20:30.12345678Z", "2026-01-31T10:20:30.1234568Z")]
    [TestCase("2026-01-31T10:20:30.123456789012345678+02:00", "2026-01-31T10:20:30.1234568+02:00")]
    public void Timestamp_in_a_rare_RFC_3339_form_is_valid_and_read_like_Newtonsoft(string sent, string read) =>
        AssertValid(sent, read);

    [TestCase("id", "0f8fad5b-d9cb-469f-a165-7086772895\\ud800")]
    [TestCase("created_at", "2026\\ud800")]
    [TestCase("audio", "\\ud800")]
    public void Invalid_text_is_reported_once(string property, string value) =>
        Assert.That(ReadVideos.From($"[{{ \"{property}\": \"{value}\" }}]").Drift.Count(reported => reported.Kind == SchemaDriftKind.Malformed), Is.EqualTo(1));

    [TestCase(200, false)]
    [TestCase(201, true)]
    [TestCase(5000, true)]
    public void Long_path_in_a_report_is_shortened(int length, bool isCut)
    {
        var place = "$[]." + new string('x', length - 4);

        var reported = ReadVideos.From($$"""[{ "{{place[4..]}}": 1 }]""").Drift.Single(drift => drift.Kind == SchemaDriftKind.UnknownProperty).Path;

        Assert.That(reported, Is.EqualTo(isCut ? place[..200] + "…" : place));
    }

    [Test]
    public void Report_has_no_control_characters_and_a_maximum_length()
    {
        var drift = ReadVideos.From($$"""[{ "status": "a\nb\u001b[31m{{new string('x', 5000)}}" }]""").Drift.Single(reported => reported.Kind == SchemaDriftKind.UnknownValue);

        Assert.That(drift.Found, Has.Length.LessThan(250));
        Assert.That(drift.Found.Any(char.IsControl), Is.False);
    }

    [Test]
    public void Number_in_quotes_is_read() =>
        Assert.That(ReadVideos.From("""[{ "duration": "25", "credits_used": " 1.5", "is_hidden": "true" }]""").Videos[0],
            Has.Property("Duration").EqualTo(25).And.Property("CreditsUsed").EqualTo(1.5).And.Property("IsHidden").True);

    [TestCase("5.0", 5)]
    [TestCase("\"5.0\"", 5)]
    [TestCase("5.5", 0)]
    [TestCase("2147483648", 0)]
    [TestCase("-2147483649", 0)]
    [TestCase("2147483647.0", 2147483647)]
    [TestCase("\"-2147483648\"", -2147483648)]
    [TestCase("1e3", 1000)]
    public void Integer_in_another_form_is_read(string number, int expected) =>
        Assert.That(ReadVideos.From($$"""[{ "duration": {{number}} }]""").Videos[0].Duration, Is.EqualTo(expected));

    [Test]
    public void Last_of_two_properties_with_the_same_name_is_used() =>
        Assert.That(ReadVideos.From("""[{ "name": "a", "duration": 1, "name": null, "duration": 2 }]""").Videos[0], Has.Property("Name").Null.And.Property("Duration").EqualTo(2));

    [TestCase(SchemaDriftKind.Missing, "", "$[].a is missing")]
    [TestCase(SchemaDriftKind.Null, "", "$[].a is null, which the document does not allow")]
    [TestCase(SchemaDriftKind.UnknownProperty, "a string", "$[].a is not in the document")]
    [TestCase(SchemaDriftKind.UnknownValue, "new", "$[].a has a value that the document does not list: new")]
    [TestCase(SchemaDriftKind.WrongType, "a number", "$[].a is a number, which is not the type in the document")]
    [TestCase(SchemaDriftKind.Malformed, "a string", "$[].a is a string that does not have the format in the document")]
    public void ToString_returns_a_sentence(SchemaDriftKind kind, string found, string sentence) =>
        Assert.That(new SchemaDrift(kind, "$[].a", found).ToString(), Is.EqualTo(sentence));

    private static void AssertValid(string sent, string read)
    {
        var result = ReadVideos.From($"[{Valid.Replace("2026-01-31T10:20:30Z", sent, StringComparison.Ordinal)}]");

        Assert.That(result.Drift, Is.Empty);
        Assert.That(result.Videos[0].CreatedAt, Is.EqualTo(DateTimeOffset.Parse(read, System.Globalization.CultureInfo.InvariantCulture)));
    }
}
