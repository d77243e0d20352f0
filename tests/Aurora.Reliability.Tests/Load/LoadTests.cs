namespace Aurora.Reliability.Tests.Load;

/// <summary>Runs a short version of the <c>load</c> command.</summary>
[TestFixture]
[NonParallelizable]
public sealed class LoadTests
{
    private const int Rounds = 3;
    private const int CallsPerRound = 1200;

    [Test]
    public async Task Load_with_1000_callers_passes_all_checks()
    {
        var report = await new LoadRun(Callers: 1000, CallsPerRound).RunAsync((round, _) => round < Rounds, (_, _) => { });

        report.Print(TestContext.Out);
        Assert.That(report.Failures(), Is.Empty);
        Assert.That(report.Outcomes.Count, Is.EqualTo(Rounds * CallsPerRound));
        Assert.That(report.Outcomes.Of(LoadOutcomes.Correct), Is.GreaterThan(Rounds * CallsPerRound * 9 / 10));
    }
}
