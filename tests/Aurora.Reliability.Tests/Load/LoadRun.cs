using System.Diagnostics;
using Aurora.Client;

namespace Aurora.Reliability.Tests.Load;

/// <summary>Runs rounds of concurrent calls on one client, with a server that injects faults.</summary>
/// <param name="Callers">The number of concurrent callers.</param>
/// <param name="CallsPerRound">The total number of calls in a round. The heap is measured after each round.</param>
internal sealed record LoadRun(int Callers, int CallsPerRound)
{
    private const int VideoCount = 40;

    public int Seed { get; init; } = 20260131;

    public double FaultShare { get; init; } = 0.1;

    public bool Watches { get; init; }

    /// <summary>Gets whether the calls use TLS and HTTP/2.</summary>
    public bool IsHttp2 { get; init; }

    /// <param name="continues">Returns whether to run another round, given the number of rounds and the elapsed time.</param>
    /// <param name="onRoundCompleted">A callback that is called after each round with the outcomes and the size of the live heap.</param>
    public async Task<LoadReport> RunAsync(Func<int, TimeSpan, bool> continues, Action<LoadOutcomes, long> onRoundCompleted)
    {
        // Raises unobserved exceptions of earlier tests before they are counted.
        LiveHeap();
        using var unobserved = new UnobservedExceptions();
        var timers = Timer.ActiveCount;
        var outcomes = new LoadOutcomes();
        var heap = new List<long>();
        using var meters = new ClientMeters();
        var account = new LoadAccount(VideoCount, Seed);
        int peakAtServer;
        await using (var server = await LoadServer.StartAsync(account, FaultShare, Seed, IsHttp2))
        {
            using (var aurora = AuroraClient.Create(Options(server), LoadServer.NewHandler()))
            {
                var call = new LoadCall(aurora, account, Watches);
                var started = Stopwatch.StartNew();
                for (var round = 0; continues(round, started.Elapsed); round++)
                {
                    await RoundAsync(call, outcomes, round * CallsPerRound);
                    heap.Add(LiveHeap());
                    onRoundCompleted(outcomes, heap[^1]);
                }
            }

            peakAtServer = server.PeakConnections;
            await UntilAsync(() => server.OpenConnections == 0);
        }

        await UntilAsync(() => Timer.ActiveCount <= timers && meters.OpenConnections == 0);
        LiveHeap();
        return new LoadReport(
            outcomes,
            heap,
            meters.Requests,
            meters.Retries,
            meters.PeakConnections,
            peakAtServer,
            meters.OpenConnections,
            Timer.ActiveCount - timers,
            unobserved.Texts);
    }

    private AuroraClientOptions Options(LoadServer server) => new()
    {
        ApiId = "load-id",
        ApiKey = "load-key",
        BaseAddress = server.Address,
        AttemptTimeout = TimeSpan.FromSeconds(15),
        // The timeout is short because the server stalls on purpose. Without faults, the machine can be slow because of other work.
        BodyIdleTimeout = TimeSpan.FromSeconds(FaultShare > 0 ? 2 : 60),
        RetryDelay = TimeSpan.FromMilliseconds(20),
    };

    private Task RoundAsync(LoadCall call, LoadOutcomes outcomes, int first)
    {
        var next = first - 1;
        return Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(async () =>
        {
            for (var number = Interlocked.Increment(ref next); number < first + CallsPerRound; number = Interlocked.Increment(ref next))
            {
                var started = Stopwatch.GetTimestamp();
                outcomes.Add(await call.RunAsync(Seed, number), Stopwatch.GetElapsedTime(started));
            }
        })));
    }

    // Waits for a limited time. If the condition is still false, a check fails.
    private static async Task UntilAsync(Func<bool> condition)
    {
        for (var i = 0; i < 200 && !condition(); i++)
            await Task.Delay(25);
    }

    private static long LiveHeap()
    {
        for (var i = 0; i < 2; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
