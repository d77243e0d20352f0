using System.Globalization;
using Aurora.Benchmarks.Peers;
using Aurora.Benchmarks.Report;
using Aurora.Benchmarks.Running;
using Aurora.Benchmarks.Serving;

namespace Aurora.Benchmarks.Streams;

/// <summary>Measures the number of bytes that the server has sent when the caller gets the first video.</summary>
internal sealed class FirstVideo : IProbe
{
    private const double Most = 64 * 1024;

    // This is long enough to read a video that has arrived. A peer that needs longer gets a worse result.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(50);

    public string What => "StreamAsync, 10,000 videos, bytes sent before the first video is returned";

    public async Task<IReadOnlyList<Row>> MeasureAsync(RunOptions options)
    {
        var sent = new Dictionary<string, double>();
        foreach (var name in PeerNames.Streams)
            sent[name] = await SentAsync(name);
        var ours = sent[PeerNames.Aurora];
        var verdict = new Verdict($"{Figures.Bytes(ours)}; goal ≤ {Figures.Bytes(Most)}", ours <= Most);
        return [Row.Of(What, sent, Figures.Bytes, verdict)];
    }

    private static async Task<double> SentAsync(string name)
    {
        using var http = new HttpClient();
        using var peer = PeerFactory.Streaming(name, ServerProcess.Shared.At(ServerPath.ByPiece));
        await using var videos = peer.StreamAsync().GetAsyncEnumerator();
        var first = videos.MoveNextAsync().AsTask();
        double sent;
        do
            sent = double.Parse(await http.GetStringAsync(ServerProcess.Shared.At(ServerPath.NextPiece)), CultureInfo.InvariantCulture);
        while (await Task.WhenAny(first, Task.Delay(Patience)) != first);
        await first;
        return sent;
    }
}
