using System.Text;

namespace Aurora.Client.Tests.Json.Reading;

/// <summary>Checks that the fast parser agrees with the general one, and leaves all other timestamps to it.</summary>
[TestFixture]
public sealed class UsualTimestampTests
{
    [TestCase("2026-01-31T10:20:30Z")]
    [TestCase("2026-01-31T10:20:30.1Z")]
    [TestCase("2026-01-31T10:20:30.1234567Z")]
    [TestCase("2026-01-31T10:20:30.0000001+05:30")]
    [TestCase("2026-12-31T23:59:59.9999999-14:00")]
    [TestCase("2026-01-01T00:00:00+14:00")]
    [TestCase("2024-02-29T00:00:00+00:59")]
    [TestCase("0001-01-01T00:00:00Z")]
    [TestCase("0001-01-01T01:00:00+01:00")]
    [TestCase("9999-12-31T23:59:59.9999999Z")]
    [TestCase("9999-12-31T22:59:59.9999999-01:00")]
    public void Common_timestamp_is_read_like_the_general_parser(string text)
    {
        Assert.That(Timestamp.TryRead(text, out var expected) && Timestamp.HasFormat(text), Is.True);

        Assert.That(UsualTimestamp.TryRead(Encoding.UTF8.GetBytes(text), out var value), Is.True);
        Assert.That((value, value.Offset), Is.EqualTo((expected, expected.Offset)));
    }

    [TestCase("2026-01-31T10:20:30")]
    [TestCase("2026-01-31T10:20:3Z")]
    [TestCase("2026-01-31t10:20:30Z")]
    [TestCase("2026-01-31T10:20:30z")]
    [TestCase("2026_01-31T10:20:30Z")]
    [TestCase("2026-01_31T10:20:30Z")]
    [TestCase("2026-01-31 10:20:30Z")]
    [TestCase("2026-01-31T10.20:30Z")]
    [TestCase("2026-01-31T10:20.30Z")]
    [TestCase("2026-01-31T10:20:30.Z")]
    [TestCase("2026-01-31T10:20:30.12345678Z")]
    [TestCase("2026-01-31T10:20:30.12345678+00:00")]
    [TestCase("2026-01-31T10:20:30.1234567")]
    [TestCase("2026-01-31T10:20:30.1234567+00:000")]
    [TestCase("2026-01-31T10:20:30+0000Z")]
    [TestCase("2026-01-31T10:20:30 00:00")]
    [TestCase("2026-01-31T10:20:30+00.00")]
    [TestCase("2026-01-31T10:20:30+14:01")]
    [TestCase("2026-01-31T10:20:30-14:01")]
    [TestCase("2026-01-31T10:20:30+00:60")]
    [TestCase("2026-01-31T10:20:30+x0:00")]
    [TestCase("2026-01-31T10:20:30+0x:00")]
    [TestCase("2026-01-31T10:20:30+00:x0")]
    [TestCase("0000-01-01T00:00:00Z")]
    [TestCase("2026-00-01T00:00:00Z")]
    [TestCase("2026-13-01T00:00:00Z")]
    [TestCase("2026-01-00T00:00:00Z")]
    [TestCase("2026-01-32T00:00:00Z")]
    [TestCase("2023-02-29T00:00:00Z")]
    [TestCase("2026-01-01T24:00:00Z")]
    [TestCase("2026-01-01T00:60:00Z")]
    [TestCase("2026-01-01T00:00:60Z")]
    [TestCase("x026-01-01T00:00:00Z")]
    [TestCase("20x6-01-01T00:00:00Z")]
    [TestCase("2026-x1-01T00:00:00Z")]
    [TestCase("2026-01-0xT00:00:00Z")]
    [TestCase("2026-01-01Tx0:00:00Z")]
    [TestCase("2026-01-01T00:0/:00Z")]
    [TestCase("2026-01-01T00:00::0Z")]
    [TestCase("0001-01-01T00:59:59.9999999+01:00")]
    [TestCase("9999-12-31T23:00:00-01:00")]
    public void Unusual_timestamp_is_not_read(string text)
    {
        Assert.That(UsualTimestamp.TryRead(Encoding.UTF8.GetBytes(text), out var value), Is.False);
        Assert.That(value, Is.EqualTo(default(DateTimeOffset)));
    }

    [TestCase("0001-01-01T00:59:59+01:00")]
    [TestCase("9999-12-31T23:00:00-01:00")]
    [TestCase("2026-01-31T10:20:30+14:01")]
    public void Timestamp_that_DateTimeOffset_does_not_support_is_reported(string text)
    {
        var read = ReadVideos.From($$"""[{ "created_at": "{{text}}" }]""");

        Assert.That(read.Drift, Has.Member(new SchemaDrift(SchemaDriftKind.Malformed, "$[].created_at", "a string")));
        Assert.That(read.Videos[0].CreatedAt, Is.EqualTo(default(DateTimeOffset)));
    }
}
