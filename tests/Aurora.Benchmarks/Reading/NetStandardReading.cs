using System.CommandLine;
using Aurora.Benchmarks.Fixtures;
using Aurora.Benchmarks.Peers;
using Aurora.Benchmarks.Report;
using Aurora.Benchmarks.Running;

namespace Aurora.Benchmarks.Reading;

/// <summary>Measures the reading with the client's assembly for netstandard2.0. Each peer reads in a separate process, so that no other copy of the client is loaded.</summary>
internal sealed class NetStandardReading : IProbe
{
    private const string Name = "read";
    private const int Batches = 20;
    private const int ReadsInBatch = 250;
    private const int Processes = 5;
    private const int QuickProcesses = 3;

    // The JIT compiles optimized code only after a pause without new code.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);

    public static Command Command { get; } = CreateCommand();

    public string What => "reading 100 videos with the assembly for netstandard2.0 on .NET 10, processor time";

    public Task<IReadOnlyList<Row>> MeasureAsync(RunOptions options)
    {
        var times = Names.ToDictionary(peer => peer, _ => new List<double>());
        for (var process = 0; process < (options.IsQuick ? QuickProcesses : Processes); process++)
        {
            foreach (var peer in Names)
                times[peer].AddRange(MeasuringProcess.Run(Name, peer));
        }

        var ours = times[PeerNames.NetStandard];
        var figures = new Dictionary<string, string> { [PeerNames.Aurora] = Figures.Time(Median.Of(ours)), [PeerNames.SystemTextJson] = Figures.Time(Median.Of(times[PeerNames.SystemTextJson])) };
        return Task.FromResult<IReadOnlyList<Row>>([new Row(What, figures, "",
        [
            Verdict.OfRatios(ours, times[PeerNames.SystemTextJson], PeerNames.SystemTextJson, null),
            Verdict.OfRatios(ours, times[PeerNames.Aurora], "the assembly for .NET 10", null),
        ])]);
    }

    private static IReadOnlyList<string> Names => [PeerNames.NetStandard, PeerNames.Aurora, PeerNames.SystemTextJson];

    private static Command CreateCommand()
    {
        var peer = new Argument<string>("peer");
        var command = new Command(Name, "Print the processor time in nanoseconds in which a peer reads 100 videos.") { peer };
        command.Hidden = true;
        command.SetAction(parsed => Measure(PeerFactory.Reading(parsed.GetRequiredValue(peer))));
        return command;
    }

    private static void Measure(IReadingPeer peer)
    {
        var json = VideoFixture.Of(VideoFixture.Small).Json;
        var best = double.MaxValue;
        for (var batch = 0; batch < Batches; batch++)
        {
            var started = Environment.CpuUsage.TotalTime;
            for (var i = 0; i < ReadsInBatch; i++)
                peer.Read(json);
            best = Math.Min(best, (Environment.CpuUsage.TotalTime - started).TotalNanoseconds / ReadsInBatch);
            Thread.Sleep(Pause);
        }

        MeasuringProcess.Write(best);
    }
}
