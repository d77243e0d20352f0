using Aurora.Cli.Drifts;

namespace Aurora.Cli.Tests.Drifts;

[TestFixture]
public sealed class DriftTextTests
{
    [TestCase(null, 300, "-")]
    [TestCase(1L, 0, "-")]
    [TestCase(1L, 300, "<1%")]
    [TestCase(299L, 300, "99%")]
    [TestCase(300L, 300, "100%")]
    public void Share_count_returns_percentage_rounded_down(long? affected, long videos, string share) =>
        Assert.That(DriftText.Share(new DriftRow("null", "$[].name", 500, affected, null), videos), Is.EqualTo(share));

    [TestCase(0, 0, 0, "no videos.*nothing was checked")]
    [TestCase(1, 0, 0, "1 video\\W.*no drift")]
    [TestCase(0, 1, 1, "0 videos.*1 kind .*1 place\\W")]
    [TestCase(312, 3, 97, "312 videos.*3 kinds.*97 places")]
    public void Summary_report_contains_counts(long videos, int kinds, long places, string pattern) =>
        Assert.That(DriftText.Summary(Report(videos, kinds, places)), Does.Match(pattern));

    [Test]
    public void Summary_omitted_rows_says_more_than() => Assert.That(
        DriftText.Summary(Report(10, 100, 5000) with { LeftOut = [new OmittedDrift("unknown_property", 4000)] }),
        Does.Contain("10 videos").And.Contain("more than 100 kinds").And.Contain("5000 places"));

    private static DriftReport Report(long videos, int kinds, long places) => new(
        default, "https://api.example/", [], videos, places, [.. Enumerable.Repeat(new DriftRow("null", "$[].name", 1, 1, null), kinds)], []);
}
