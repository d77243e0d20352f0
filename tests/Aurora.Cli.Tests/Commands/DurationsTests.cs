using Aurora.Cli.Commands;

namespace Aurora.Cli.Tests.Commands;

[TestFixture]
public sealed class DurationsTests
{
    [TestCase("90", 90_000)]
    [TestCase("1.5s", 1_500)]
    [TestCase("500ms", 500)]
    [TestCase("2m", 120_000)]
    [TestCase("1h", 3_600_000)]
    [TestCase("1H", 3_600_000)]
    [TestCase("1w", 604_800_000)]
    [SetCulture("de-DE")]
    public void TryParse_number_and_unit_returns_duration(string text, int milliseconds)
    {
        Assert.That(Durations.TryParse(text, out var duration), Is.True);
        Assert.That(duration, Is.EqualTo(TimeSpan.FromMilliseconds(milliseconds)));
    }

    [TestCase("")]
    [TestCase("-1")]
    [TestCase("1,5")]
    [TestCase("1 h")]
    [TestCase("1e3")]
    [TestCase("1M")]
    [TestCase("00:01:00")]
    public void TryParse_invalid_text_returns_false(string text) => Assert.That(Durations.TryParse(text, out _), Is.False);

    [TestCase(10, "10ms")]
    [TestCase(90_000, "1.5m")]
    [TestCase(24 * 3_600_000, "24h")]
    public void Format_duration_can_be_parsed(int milliseconds, string text)
    {
        Assert.That(Durations.Format(TimeSpan.FromMilliseconds(milliseconds)), Is.EqualTo(text));
        Assert.That(Durations.TryParse(text, out var duration) && duration.TotalMilliseconds == milliseconds, Is.True);
    }
}
