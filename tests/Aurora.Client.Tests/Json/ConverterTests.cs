using Newtonsoft.Json;

namespace Aurora.Client.Tests.Json;

/// <summary>Tests the settings with all formats that a later document can use.</summary>
[TestFixture]
public sealed class ConverterTests
{
    private static readonly Formats Full = new()
    {
        Day = new DateTime(2026, 1, 31),
        MaybeDay = new DateTime(2026, 2, 1),
        Moment = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)),
        MaybeMoment = DateTimeOffset.UnixEpoch,
        Address = new Uri("https://example.com/ü"),
        Status = AuroraStatus.InQueue,
        MaybeStatus = "brand_new",
    };

    [Test]
    public void Values_are_written_in_the_format_of_the_document() =>
        Assert.That(Write(Full), Is.EqualTo("{" +
            """ "Day":"2026-01-31","MaybeDay":"2026-02-01","Moment":"2026-01-02T03:04:05+02:00","MaybeMoment":"1970-01-01T00:00:00+00:00",""".Trim() +
            """ "Address":"https://example.com/ü","Status":"in_queue","MaybeStatus":"brand_new"}""".Trim()));

    [Test]
    public void Written_values_are_read_back() => Assert.That(Read(Write(Full)), Is.EqualTo(Full));

    [Test]
    public void Null_is_written_and_read_for_nullable_types()
    {
        var written = Write(Full with { MaybeDay = null, MaybeMoment = null, Address = null, MaybeStatus = null });

        Assert.That(written, Does.Contain("\"MaybeDay\":null").And.Contain("\"MaybeMoment\":null").And.Contain("\"Address\":null").And.Contain("\"MaybeStatus\":null"));
        Assert.That(Read(written), Has.Property("MaybeDay").Null.And.Property("MaybeMoment").Null.And.Property("Address").Null.And.Property("MaybeStatus").Null);
    }

    [Test]
    public void Null_for_a_type_that_is_not_nullable_does_not_change_the_property()
    {
        var read = Read("""{ "Day": null, "Moment": null, "Status": null }""");

        Assert.That(read, Has.Property("Day").EqualTo(Formats.FirstDay).And.Property("Moment").EqualTo(DateTimeOffset.UnixEpoch));
        Assert.That(read.Status, Is.EqualTo(default(AuroraStatus)));
    }

    [TestCase("""{ "Day": "2026-01-31T00:00:00" }""", "The value is not a date in the form 2026-01-31. Path 'Day'.")]
    [TestCase("""{ "MaybeDay": 20260131 }""", "The value is not a date in the form 2026-01-31. Path 'MaybeDay'.")]
    [TestCase("""{ "Moment": "yesterday" }""", "The value is not a date and time in the form of RFC 3339. Path 'Moment'.")]
    [TestCase("""{ "Address": 1 }""", "The value is not a URL. Path 'Address'.")]
    [TestCase("""{ "Status": 3 }""", "AuroraStatus must be a string, but is Integer. Path 'Status'.")]
    public void Value_without_the_format_throws_with_the_format_and_the_path(string json, string message) =>
        Assert.That(() => Read(json), Throws.InstanceOf<JsonException>().With.Message.EqualTo(message));

    [TestCase(typeof(AuroraStatus), true)]
    [TestCase(typeof(AuroraStatus?), true)]
    [TestCase(typeof(AuroraModelVersion), false)]
    [TestCase(typeof(string), false)]
    public void CanConvert_is_true_only_for_the_type_of_the_converter(Type type, bool isFor)
    {
        var attribute = (JsonConverterAttribute)Attribute.GetCustomAttribute(typeof(AuroraStatus), typeof(JsonConverterAttribute))!;
        var converter = (Newtonsoft.Json.JsonConverter)Activator.CreateInstance(attribute.ConverterType, nonPublic: true)!;

        Assert.That(converter.CanConvert(type), Is.EqualTo(isFor));
    }

    private static string Write(Formats value) => JsonConvert.SerializeObject(value, AuroraJson.Settings);

    private static Formats Read(string json) => JsonConvert.DeserializeObject<Formats>(json, AuroraJson.Settings)!;

    private sealed record Formats
    {
        public static readonly DateTime FirstDay = new(2000, 1, 1);

        public DateTime Day { get; set; } = FirstDay;

        public DateTime? MaybeDay { get; set; } = FirstDay;

        public DateTimeOffset Moment { get; set; } = DateTimeOffset.UnixEpoch;

        public DateTimeOffset? MaybeMoment { get; set; } = DateTimeOffset.UnixEpoch;

        public Uri? Address { get; set; }

        public AuroraStatus Status { get; set; } = AuroraStatus.Done;

        public AuroraStatus? MaybeStatus { get; set; } = AuroraStatus.Done;
    }
}
