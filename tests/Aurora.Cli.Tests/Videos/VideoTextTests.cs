using Aurora.Cli.Videos;
using Aurora.Client;

namespace Aurora.Cli.Tests.Videos;

[TestFixture]
public sealed class VideoTextTests
{
    [TestCase(0, "0")]
    [TestCase(0.29, "29")]
    [TestCase(0.56, "56")]
    [TestCase(0.999, "99")]
    [TestCase(1, "100")]
    [TestCase(1.5, "1")]
    [TestCase(56.7, "56")]
    [TestCase(100, "100")]
    [TestCase(100.1, "-")]
    [TestCase(-0.01, "-")]
    [TestCase(double.MinValue, "-")]
    [TestCase(double.MaxValue, "-")]
    [TestCase(double.PositiveInfinity, "-")]
    [TestCase(double.NaN, "-")]
    public void Percent_fraction_or_percentage_is_rounded_down(double progress, string text) =>
        Assert.That(VideoText.Percent(new AuroraFlow { Progress = progress }), Is.EqualTo(text));

    [TestCase(0, "0:00")]
    [TestCase(7, "0:07")]
    [TestCase(61, "1:01")]
    [TestCase(3671, "61:11")]
    [TestCase(-1, "-")]
    public void Duration_seconds_returns_minutes_and_seconds(int seconds, string text) =>
        Assert.That(VideoText.Duration(new AuroraFlow { Duration = seconds }), Is.EqualTo(text));

    [TestCase(null)]
    [TestCase("")]
    [TestCase(" \n")]
    public void Name_missing_returns_dash(string? name) => Assert.That(VideoText.Name(new AuroraFlow { Name = name }), Is.EqualTo("-"));

    [Test]
    public void Created_other_time_zone_returns_utc()
    {
        var video = new AuroraFlow { CreatedAt = new DateTimeOffset(2026, 1, 1, 0, 30, 0, TimeSpan.FromHours(2)) };

        Assert.That(VideoText.Created(video, "yyyy-MM-dd HH:mm"), Is.EqualTo("2025-12-31 22:30"));
    }

    [Test]
    public void StatusAndCreated_missing_return_dash()
    {
        Assert.That(VideoText.Status(new AuroraFlow()), Is.EqualTo("-"));
        Assert.That(VideoText.Created(new AuroraFlow(), "yyyy"), Is.EqualTo("-"));
    }
}
