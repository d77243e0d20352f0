using System.Diagnostics;
using Aurora.Benchmarks.Fixtures;
using Aurora.Benchmarks.Peers;
using Aurora.Benchmarks.Report;
using Aurora.Benchmarks.Running;
using Aurora.Benchmarks.Serving;

namespace Aurora.Benchmarks.Streams;

/// <summary>Measures the time per video of a stream for lists of different lengths.</summary>
internal sealed class CostPerVideo : IProbe
{
    private const double MostApart = 0.15;

    private static readonly IReadOnlyList<int> Sizes = [VideoFixture.Small, VideoFixture.Medium, VideoFixture.Large, VideoFixture.Huge];

    public string What => "StreamAsync, 100 / 1,000 / 10,000 / 100,000 videos, time per video";

    public async Task<IReadOnlyList<Row>> MeasureAsync(RunOptions options)
    {
        var rounds = new List<Round>();
        for (var round = 0; round < options.Rounds; round++)
            rounds.Add(await MeasureRoundAsync());
        return [Whole(rounds), WithoutCall(rounds)];
    }

    private Row Whole(IReadOnlyList<Round> rounds)
    {
        var ratios = Ratios([.. rounds.Select(round => round.PerVideo)]);
        return Described(What, [.. rounds.Select(round => round.PerVideo)], new Verdict(
            $"{Text(ratios)} of their median; goal within {MostApart:0.00}", ratios.All(ratio => Math.Abs(ratio - 1) <= MostApart)));
    }

    // The cost of the call itself does not depend on the number of videos, so it is visible for 100 videos.
    private static Row WithoutCall(IReadOnlyList<Round> rounds)
    {
        var perVideo = rounds.Select(round => Sizes.Zip(round.PerVideo, (size, cost) => cost - (round.EmptyCall / size)).ToList()).ToList();
        return Described("… minus the time of a call without videos", perVideo, new Verdict($"{Text(Ratios(perVideo))} of their median", null));
    }

    private static Row Described(string what, IReadOnlyList<IReadOnlyList<double>> rounds, Verdict verdict)
    {
        var medians = Sizes.Select((_, index) => Median.Of(rounds.Select(round => round[index])));
        return new Row(what, new Dictionary<string, string> { [PeerNames.Aurora] = string.Join(" / ", medians.Select(Figures.Time)) }, "", [verdict]);
    }

    private static List<double> Ratios(IReadOnlyList<IReadOnlyList<double>> rounds) =>
        [.. Sizes.Select((_, index) => Median.Of(rounds.Select(round => round[index] / Median.Of(round))))];

    private static string Text(IEnumerable<double> ratios) => string.Join(" / ", ratios.Select(Figures.Ratio));

    private static async Task<Round> MeasureRoundAsync()
    {
        var perVideo = new List<double>();
        foreach (var size in Sizes)
            perVideo.Add(await PerCallAsync(size, VideoFixture.Huge / size) / size);
        return new Round(perVideo, await PerCallAsync(0, VideoFixture.Medium));
    }

    private static async Task<double> PerCallAsync(int size, int calls)
    {
        using var peer = PeerFactory.Streaming(PeerNames.Aurora, ServerProcess.Shared.Account(size));
        await DrainAsync(peer);
        var started = Stopwatch.GetTimestamp();
        for (var call = 0; call < calls; call++)
            await DrainAsync(peer);
        return Stopwatch.GetElapsedTime(started).TotalNanoseconds / calls;
    }

    private static async Task DrainAsync(IStreamPeer peer)
    {
        await foreach (var _ in peer.StreamAsync())
        {
        }
    }

    /// <param name="PerVideo">The time per video for each of <see cref="Sizes"/>, in nanoseconds.</param>
    /// <param name="EmptyCall">The time of a call that returns an empty list, in nanoseconds.</param>
    private sealed record Round(IReadOnlyList<double> PerVideo, double EmptyCall);
}
