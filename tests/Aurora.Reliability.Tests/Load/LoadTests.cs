using Aurora.Client;

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

    [Test]
    public async Task Load_with_1000_callers_over_HTTP_2_passes_all_checks()
    {
        var report = await new LoadRun(Callers: 1000, CallsPerRound) { IsHttp2 = true, FaultShare = 0 }.RunAsync((round, _) => round < 1, (_, _) => { });

        report.Print(TestContext.Out);
        Assert.That(report.Failures(), Is.Empty);
        Assert.That(report.Outcomes.Rows.Select(row => row.Outcome), Is.All.AnyOf(LoadOutcomes.Correct, "canceled"));
    }

    [Test]
    public async Task Client_sends_1000_concurrent_requests_over_HTTP_2()
    {
        const int Callers = 1000;
        var arrived = 0;
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await LoadServer.StartAsync(new LoadAccount(count: 1, seed: 1), faultShare: 0, seed: 1, isHttp2: true);
        // No response is sent until all requests have arrived, which requires more than the 100 streams of one connection.
        server.BeforeAnswer = () =>
        {
            if (Interlocked.Increment(ref arrived) == Callers)
                all.SetResult();
            return all.Task;
        };
        var options = new AuroraClientOptions { ApiId = "load-id", ApiKey = "load-key", BaseAddress = server.Address, MaxRetries = 0 };
        using var aurora = AuroraClient.Create(options, LoadServer.NewHandler());

        var answers = await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => aurora.ListAsync()));

        Assert.That(answers, Has.All.Count.EqualTo(1));
        Assert.That(server.PeakConnections, Is.InRange(2, 100));
    }
}
