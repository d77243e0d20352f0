using System.Diagnostics;
using Aurora.Client;

namespace Aurora.Reliability.Tests.Load;

/// <summary>Many callers of one client, round after round, against a server that fails now and then.</summary>
/// <param name="Callers">How many call at the same time.</param>
/// <param name="CallsPerRound">How many calls they make together before the heap is looked at.</param>
internal sealed record LoadRun(int Callers, int CallsPerRound)
{
    private const int VideoCount = 40;

    public int Seed { get; init; } = 20260131;

    public double FaultShare { get; init; } = 0.1;

    public bool Watches { get; init; }

    /// <summary>Whether over TLS and HTTP/2.</summary>
    public bool IsHttp2 { get; init; }

    /// <param name="goesOn">Whether there is another round, by the rounds that have been and the time that has passed.</param>
    /// <param name="told">Told after each round.</param>
    public async Task<LoadReport> RunAsync(Func<int, TimeSpan, bool> goesOn, Action<LoadOutcomes, long> told)
    {
        // What went before in this process has to come out before anything is counted.
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
                for (var round = 0; goesOn(round, started.Elapsed); round++)
                {
                    await RoundAsync(call, outcomes, round * CallsPerRound);
                    heap.Add(LiveHeap());
                    told(outcomes, heap[^1]);
                }
            }

            peakAtServer = server.PeakConnections;
            await UntilAsync(() => server.OpenConnections == 0);
        }

        await UntilAsync(() => Timer.ActiveCount <= timers && meters.OpenConnections == 0);
        LiveHeap();
        return new LoadReport(outcomes, heap, meters.Requests, meters.Retries, meters.PeakConnections, peakAtServer, meters.OpenConnections, Timer.ActiveCount - timers, unobserved.Texts);
    }

    private AuroraClientOptions Options(LoadServer server) => new()
    {
        ApiId = "load-id",
        ApiKey = "load-key",
        BaseAddress = server.Address,
        AttemptTimeout = TimeSpan.FromSeconds(15),
        // Short for a server that stalls; a server that never does may be slow on a machine with other work.
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

    /// <summary>Waits for what ends by itself, a bounded time; whether it has is for the report to say.</summary>
    private static async Task UntilAsync(Func<bool> isSo)
    {
        for (var i = 0; i < 200 && !isSo(); i++)
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
