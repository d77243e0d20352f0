namespace Aurora.Reliability.Tests.Load;

/// <summary>A slice of <c>-- load</c>, of a number of calls and not of a time.</summary>
[TestFixture]
[NonParallelizable]
public sealed class LoadTests
{
    private const int Rounds = 3;
    private const int CallsPerRound = 1200;

    [Test]
    public async Task Thousand_callers_of_one_client_end_as_promised_and_leave_nothing_behind()
    {
        var report = await new LoadRun(Callers: 1000, CallsPerRound).RunAsync((round, _) => round < Rounds, (_, _) => { });

        report.Print(TestContext.Out);
        Assert.That(report.Broken(), Is.Empty);
        Assert.That(report.Outcomes.Count, Is.EqualTo(Rounds * CallsPerRound));
        Assert.That(report.Outcomes.Of("answer"), Is.GreaterThan(Rounds * CallsPerRound * 9 / 10));
    }
}
