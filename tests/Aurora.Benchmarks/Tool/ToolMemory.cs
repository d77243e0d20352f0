using Aurora.Benchmarks.Fixtures;
using Aurora.Benchmarks.Peers;
using Aurora.Benchmarks.Report;
using Aurora.Benchmarks.Running;
using Aurora.Benchmarks.Serving;

namespace Aurora.Benchmarks.Tool;

/// <summary>Measures the memory of the tool for an account that is too large to hold in memory.</summary>
internal sealed class ToolMemory : IProbe
{
    private const double Most = 80_000_000;
    private const int Runs = 3;

    public string What => "aurora list --output ndjson, 100,000 videos, peak of the resident memory";

    public Task<IReadOnlyList<Row>> MeasureAsync(RunOptions options) =>
        Task.FromResult<IReadOnlyList<Row>>([Of("native", ToolBuild.Shared.Native), Of("portable", ToolBuild.Shared.Portable)]);

    private Row Of(string build, ToolCommand tool)
    {
        string[] list = ["list", "--output", "ndjson", "--base-url", ServerProcess.Shared.Account(VideoFixture.Huge).ToString()];
        var peak = Enumerable.Range(0, Runs).Max(_ => tool.Run(list).Peak);
        var verdict = new Verdict($"{Figures.Bytes(peak)}; goal ≤ {Figures.Bytes(Most)} (80 MB)", peak <= Most);
        return Row.Of($"{What}, {build}", new Dictionary<string, double> { [PeerNames.Aurora] = peak }, Figures.Bytes, verdict);
    }
}
