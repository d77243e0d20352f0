using Aurora.Benchmarks.Fixtures;
using Aurora.Benchmarks.Peers;
using Aurora.Benchmarks.Report;
using Aurora.Benchmarks.Running;
using Aurora.Benchmarks.Serving;

namespace Aurora.Benchmarks.Tool;

/// <summary>Compares the time of the tool for a small account with that of an empty program.</summary>
internal sealed class ToolTime : IProbe
{
    private const double MostNative = 2;
    private const double MostPortable = 4;
    private const string Peer = "an empty program (dotnet Empty.dll)";

    public string What => "aurora list --output json, 10 videos, whole process";

    public Task<IReadOnlyList<Row>> MeasureAsync(RunOptions options)
    {
        string[] list = ["list", "--output", "json", "--base-url", ServerProcess.Shared.Account(VideoFixture.Few).ToString()];
        var (empty, native, portable) = (new List<double>(), new List<double>(), new List<double>());
        // The first round only loads the files into memory.
        for (var round = 0; round <= 2 * options.Rounds; round++)
        {
            empty.Add(ToolBuild.Shared.Empty.Run().Nanoseconds);
            native.Add(Listed(ToolBuild.Shared.Native.Run(list)));
            portable.Add(Listed(ToolBuild.Shared.Portable.Run(list)));
        }

        return Task.FromResult<IReadOnlyList<Row>>([Of($"{What}, native", native[1..], empty[1..], MostNative), Of($"{What}, portable", portable[1..], empty[1..], MostPortable)]);
    }

    private static double Listed(ToolRun run) => run.Written > VideoFixture.Few ? run.Nanoseconds : throw new InvalidOperationException("The tool listed no videos.");

    private static Row Of(string what, List<double> tool, List<double> empty, double most) =>
        Row.Of(what, new Dictionary<string, double> { [PeerNames.Aurora] = Median.Of(tool) }, Figures.Time, Verdict.OfRatios(tool, empty, $"{Peer}, {Figures.Time(Median.Of(empty))}", most));
}
