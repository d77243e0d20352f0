using Aurora.Cli.Videos;
using Aurora.Client;

namespace Aurora.Cli.Tests.Videos;

[TestFixture]
public sealed class VideoTallyTests
{
    [TestCase(1, "1 video, 0.5 credits")]
    [TestCase(3, "3 videos, 1.5 credits")]
    [SetCulture("de-DE")]
    public void Summary_any_culture_contains_count_and_sum(int count, string summary)
    {
        var tally = new VideoTally();
        for (var i = 0; i < count; i++)
            tally.Add(new AuroraFlow { CreditsUsed = 0.5 });

        Assert.That(tally.Summary, Is.EqualTo(summary));
    }
}
