using System.Diagnostics;
using Aurora.Benchmarks.Fixtures;
using Aurora.Benchmarks.Peers;
using Aurora.Benchmarks.Report;
using Aurora.Benchmarks.Running;
using Aurora.Benchmarks.Serving;
using Aurora.Client;

namespace Aurora.Benchmarks.Calls;

/// <summary>Compares GetManyAsync with the time that its requests must wait for the server.</summary>
internal sealed class ManyIds : IProbe
{
    private const int Concurrency = 8;
    private const double Most = 1.15;

    private static double Ideal => Math.Ceiling((double)VideoFixture.Large / AuroraApi.MaxIds / Concurrency) * SlowEndpoint.Delay.TotalNanoseconds;

    public string What => "GetManyAsync, 10,000 ids, server delay 50 ms, 8 at a time";

    public async Task<IReadOnlyList<Row>> MeasureAsync(RunOptions options)
    {
        var ids = VideoFixture.Of(VideoFixture.Large).Ids;
        var settings = AuroraPeer.Options(ServerProcess.Shared.At(ServerPath.Slow));
        settings.MaxConcurrency = Concurrency;
        using var client = AuroraClient.Create(settings);
        await MeasureAsync(client, ids);
        var times = new List<double>();
        for (var round = 0; round < options.Rounds; round++)
            times.Add(await MeasureAsync(client, ids));

        var ratio = Median.Of(times) / Ideal;
        var verdict = new Verdict(
            $"{Figures.Ratio(ratio)} ({Figures.Ratio(times.Min() / Ideal)}–{Figures.Ratio(times.Max() / Ideal)}) of the ideal {Figures.Time(Ideal)}; goal ≤ {Figures.Ratio(Most)}", ratio <= Most);
        return [Row.Of(What, new Dictionary<string, double> { [PeerNames.Aurora] = Median.Of(times) }, Figures.Time, verdict)];
    }

    private static async Task<double> MeasureAsync(AuroraClient client, IReadOnlyList<Guid> ids)
    {
        var started = Stopwatch.GetTimestamp();
        var found = await client.GetManyAsync(ids);
        var elapsed = Stopwatch.GetElapsedTime(started);
        return found.Videos.Count == ids.Count ? elapsed.TotalNanoseconds : throw new InvalidOperationException($"{found.Videos.Count} of {ids.Count} videos were returned.");
    }
}
