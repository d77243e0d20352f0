using System.Globalization;
using Aurora.Cli.Filters;

namespace Aurora.Cli.Tests.Filters;

[TestFixture]
public sealed class PointInTimeTests
{
    private static readonly DateTimeOffset Now = new(2026, 2, 1, 12, 0, 0, TimeSpan.Zero);

    [TestCase("2026-01-31", "2026-01-31T00:00:00Z")]
    [TestCase("2026-01-31T10:20", "2026-01-31T10:20:00Z")]
    [TestCase("2026-01-31 10:20:30", "2026-01-31T10:20:30Z")]
    [TestCase("2026-01-31T10:20:30+02:00", "2026-01-31T08:20:30Z")]
    [TestCase("2026-01-31T10:20:30.5Z", "2026-01-31T10:20:30.5Z")]
    [TestCase("90m", "2026-02-01T10:30:00Z")]
    [TestCase("7d", "2026-01-25T12:00:00Z")]
    [TestCase("7D", "2026-01-25T12:00:00Z")]
    [TestCase("1w", "2026-01-25T12:00:00Z")]
    [TestCase("today", "2026-02-01T00:00:00Z")]
    [TestCase("Yesterday", "2026-01-31T00:00:00Z")]
    [SetCulture("th-TH")]
    public void TryParse_date_timestamp_or_age_returns_utc_time(string text, string expected)
    {
        Assert.That(PointInTime.TryParse(text, Now, out var time), Is.True);
        Assert.That(time, Is.EqualTo(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture)));
    }

    [TestCase("tomorrow")]
    [TestCase("31.01.2026")]
    [TestCase("2026-02-30")]
    [TestCase("7")]
    [TestCase("999999999d")]
    [TestCase("")]
    public void TryParse_invalid_text_returns_false(string text) => Assert.That(PointInTime.TryParse(text, Now, out _), Is.False);
}
