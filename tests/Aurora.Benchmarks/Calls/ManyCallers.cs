using System.Diagnostics;
using System.Globalization;
using Aurora.Benchmarks.Peers;
using Aurora.Benchmarks.Report;
using Aurora.Benchmarks.Running;
using Aurora.Benchmarks.Serving;

namespace Aurora.Benchmarks.Calls;

/// <summary>Measures a thousand calls at once to a server that needs a second for each, with HTTP/1.1 and HTTP/2 over TLS.</summary>
internal sealed class ManyCallers : IProbe
{
    private const int Callers = 1_000;
    private const double Most = 1.1;

    public string What => "1,000 callers at once, server delay 1 s";

    public async Task<IReadOnlyList<Row>> MeasureAsync(RunOptions options)
    {
        var (http1, http2) = (new Dictionary<string, Result>(), new Dictionary<string, Result>());
        foreach (var peer in PeerNames.Streams)
        {
            http1[peer] = await CallAsync(peer, ServerProtocol.TlsHttp1);
            http2[peer] = await CallAsync(peer, ServerProtocol.TlsHttp2);
        }

        var (first, second) = (http1[PeerNames.Aurora], http2[PeerNames.Aurora]);
        var ratio = second.Nanoseconds / first.Nanoseconds;
        var failed = first.Failed + second.Failed;
        return
        [
            RowOf("HTTP/1.1", http1),
            RowOf("HTTP/2", http2, new Verdict(
                $"{Figures.Ratio(ratio)} of HTTP/1.1, {Count(failed)} failed; goal ≤ {Figures.Ratio(Most)} and none failed", ratio <= Most && failed == 0)),
        ];
    }

    private static string Count(int calls) => calls.ToString(CultureInfo.InvariantCulture);

    private Row RowOf(string protocol, Dictionary<string, Result> results, params Verdict[] verdicts) =>
        new($"{What}, {protocol} over TLS", results.ToDictionary(result => result.Key, result => $"{Figures.Time(result.Value.Nanoseconds)}, {Count(result.Value.Failed)} failed"), "", verdicts);

    private static async Task<Result> CallAsync(string name, ServerProtocol protocol)
    {
        using var peer = PeerFactory.Calling(name, ServerProcess.Shared.At(ServerPath.Waiting, protocol));
        var started = Stopwatch.GetTimestamp();
        var failed = await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => FailsAsync(peer)));
        return new Result(Stopwatch.GetElapsedTime(started).TotalNanoseconds, failed.Count(fails => fails));
    }

    private static async Task<bool> FailsAsync(ICallPeer peer)
    {
        try
        {
            await peer.ListAsync().ConfigureAwait(false);
            return false;
        }
        catch (Exception exception)
        {
            await Console.Error.WriteLineAsync($"  {exception.Message}");
            return true;
        }
    }

    /// <param name="Nanoseconds">The time until the last call ended.</param>
    /// <param name="Failed">The number of calls that threw an exception.</param>
    private sealed record Result(double Nanoseconds, int Failed);
}
