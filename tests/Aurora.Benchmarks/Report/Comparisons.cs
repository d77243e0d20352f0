using Aurora.Benchmarks.Calls;
using Aurora.Benchmarks.Peers;
using Aurora.Benchmarks.Reading;
using Aurora.Benchmarks.Running;
using Aurora.Benchmarks.Writing;

namespace Aurora.Benchmarks.Report;

/// <summary>The comparisons and their goals.</summary>
internal static class Comparisons
{
    private static readonly Func<Measurement, double> Time = measured => measured.Nanoseconds;
    private static readonly Func<Measurement, double> Bytes = measured => measured.Bytes;

    private static IReadOnlyList<Comparison> Reading { get; } =
    [
        new("reading 100 videos, processor time", nameof(ReadingBenchmarks.Read100), Time, Figures.Time, (PeerNames.SystemTextJson, 0.6), (PeerNames.NSwag, 0.27)),
        new("reading 100 videos, allocated", nameof(ReadingBenchmarks.Read100), Bytes, Figures.Bytes, (PeerNames.SystemTextJson, 0.7)),
        new("… and reading every address, processor time", nameof(ReadingBenchmarks.Read100AndAddresses), Time, Figures.Time, (PeerNames.SystemTextJson, 0.7), (PeerNames.NSwag, null)),
        new("… and reading every address, allocated", nameof(ReadingBenchmarks.Read100AndAddresses), Bytes, Figures.Bytes, (PeerNames.SystemTextJson, null)),
        new("reading 10,000 videos, processor time", nameof(ReadingBenchmarks.Read10000), Time, Figures.Time, (PeerNames.SystemTextJson, null), (PeerNames.NSwag, null)),
        new("reading 10,000 videos, allocated", nameof(ReadingBenchmarks.Read10000), Bytes, Figures.Bytes, (PeerNames.SystemTextJson, null)),
    ];

    private static IReadOnlyList<Comparison> Writing { get; } =
    [
        new("writing 100 videos, processor time", nameof(WritingBenchmarks.Write100), Time, Figures.Time, (PeerNames.SystemTextJson, 0.8), (PeerNames.NSwag, null)),
        new("writing 100 videos, allocated", nameof(WritingBenchmarks.Write100), Bytes, Figures.Bytes, (PeerNames.SystemTextJson, null)),
    ];

    private static IReadOnlyList<Comparison> Calls { get; } =
    [
        new("whole call, 100 videos, time", nameof(CallBenchmarks.List100), Time, Figures.Time, (Comparison.BestPeer, 0.7), (PeerNames.NSwag, 0.5), (PeerNames.Refit, 0.5)),
        new("whole call, 100 videos, allocated", nameof(CallBenchmarks.List100), Bytes, Figures.Bytes, (Comparison.BestPeer, 0.85)),
        new("whole call, 1,000 videos, time", nameof(CallBenchmarks.List1000), Time, Figures.Time, (Comparison.BestPeer, 0.7), (PeerNames.NSwag, null), (PeerNames.Refit, null)),
        new("whole call, 10,000 videos, time", nameof(CallBenchmarks.List10000), Time, Figures.Time, (Comparison.BestPeer, 0.7), (PeerNames.NSwag, null), (PeerNames.Refit, null)),
        new("whole call, 10,000 videos, allocated", nameof(CallBenchmarks.List10000), Bytes, Figures.Bytes, (Comparison.BestPeer, null)),
        new("whole call over TLS with HTTP/2, 100 videos, time", nameof(TlsCallBenchmarks.TlsList100), Time, Figures.Time, (PeerNames.SystemTextJson, null)),
    ];

    public static IEnumerable<Comparison> Of(RunOptions options) =>
        [.. options.Parts.Contains(RunOptions.Reading) ? Reading : [], .. options.Parts.Contains(RunOptions.Writing) ? Writing : [], .. options.Parts.Contains(RunOptions.Calls) ? Calls : []];
}
