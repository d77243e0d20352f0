using Aurora.Cli.Filters;
using Aurora.Client;

namespace Aurora.Cli.Tests.Filters;

[TestFixture]
public sealed class VideoFilterTests
{
    private static readonly AuroraFlow Video = new()
    {
        Name = "Spring Launch 02",
        Status = AuroraStatus.Done,
        CreatedAt = new DateTimeOffset(2026, 1, 31, 12, 0, 0, TimeSpan.FromHours(2)),
    };

    [TestCase("launch", true)]
    [TestCase("autumn", false)]
    [TestCase("spring*", true)]
    [TestCase("*launch", false)]
    [TestCase("spring launch ??", true)]
    [TestCase("", true)]
    public void Matches_name_compares_part_or_pattern(string name, bool matches) =>
        Assert.That((VideoFilter.None with { Name = name }).Matches(Video), Is.EqualTo(matches));

    [TestCase("2026-01-31T10:00:00Z", true)]
    [TestCase("2026-01-31T10:00:01Z", false)]
    public void Matches_since_includes_the_time(string since, bool matches) =>
        Assert.That((VideoFilter.None with { Since = DateTimeOffset.Parse(since, null) }).Matches(Video), Is.EqualTo(matches));

    [Test]
    public void Matches_statuses_accepts_each()
    {
        Assert.That((VideoFilter.None with { Statuses = [AuroraStatus.Failed, AuroraStatus.Done] }).Matches(Video), Is.True);
        Assert.That((VideoFilter.None with { Statuses = [AuroraStatus.Failed] }).Matches(Video), Is.False);
    }

    [Test]
    public void Matches_video_without_name_requires_wildcard()
    {
        Assert.That((VideoFilter.None with { Name = "a" }).Matches(new AuroraFlow()), Is.False);
        Assert.That((VideoFilter.None with { Name = "*" }).Matches(new AuroraFlow()), Is.True);
    }
}
