using Aurora.Cli.Drifts;

namespace Aurora.Cli.Tests.Drifts;

internal sealed class DriftTextTests
{
    [TestCase(null, 300, "-")]
    [TestCase(1L, 0, "-")]
    [TestCase(1L, 300, "<1%")]
    [TestCase(299L, 300, "99%")]
    [TestCase(300L, 300, "100%")]
    public void Share_isWholePercentAndAHundredOnlyForAll(long? departing, long videos, string share) =>
        Assert.That(DriftText.Share(new DriftRow("null", "$[].name", 500, departing, null), videos), Is.EqualTo(share));

    [TestCase(0, 0, 0, "No videos: nothing could be checked.")]
    [TestCase(1, 0, 0, "1 video read, no drift: the answers are as aurora.yaml has them.")]
    [TestCase(0, 1, 1, "0 videos read; 1 kind of drift in 1 place.")]
    [TestCase(312, 3, 97, "312 videos read; 3 kinds of drift in 97 places.")]
    public void Summary_saysWhatWasReadAndFound(long videos, int kinds, long places, string summary) =>
        Assert.That(DriftText.Summary(Report(videos, kinds, places)), Is.EqualTo(summary));

    [Test]
    public void Summary_rowsLeftOut_doesNotClaimToKnowHowManyKindsThereAre() => Assert.That(
        DriftText.Summary(Report(10, 100, 5000) with { LeftOut = [new LeftOut("unknown_property", 4000)] }),
        Is.EqualTo("10 videos read; more than 100 kinds of drift in 5000 places."));

    private static DriftReport Report(long videos, int kinds, long places) => new(
        default, "https://api.example/", [], videos, places, [.. Enumerable.Repeat(new DriftRow("null", "$[].name", 1, 1, null), kinds)], []);
}
