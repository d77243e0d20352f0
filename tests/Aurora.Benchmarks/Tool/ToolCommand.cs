using System.Diagnostics;
using Aurora.Benchmarks.Peers;

namespace Aurora.Benchmarks.Tool;

/// <summary>A program, run as a whole: from the start of its process to its end.</summary>
/// <param name="program">Its file.</param>
/// <param name="first">What is said before all other arguments.</param>
internal sealed class ToolCommand(string program, params string[] first)
{
    private const int Between = 1024 * 1024;

    public ToolRun Run(params string[] arguments)
    {
        var start = new ProcessStartInfo(program, [.. first, .. arguments]) { RedirectStandardOutput = true };
        start.Environment["AURORA_API_ID"] = ApiHttp.ApiId;
        start.Environment["AURORA_API_KEY"] = ApiHttp.ApiKey;
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        var (written, peak) = Drain(process);
        process.WaitForExit();
        var elapsed = Stopwatch.GetElapsedTime(started);
        return process.ExitCode == 0
            ? new ToolRun(elapsed.TotalNanoseconds, peak, written)
            : throw new InvalidOperationException($"{program} {string.Join(' ', first.Concat(arguments))} ended with exit code {process.ExitCode}.");
    }

    // A process that has ended tells no memory; the peak only grows, so that the last look at it is the one that counts.
    private static (long Written, double Peak) Drain(Process process)
    {
        var buffer = new byte[64 * 1024];
        var output = process.StandardOutput.BaseStream;
        var (written, asked, peak) = (0L, 0L, 0L);
        for (int read; (read = output.Read(buffer)) > 0; written += read)
        {
            if (written - asked < Between)
                continue;
            asked = written;
            process.Refresh();
            peak = Math.Max(peak, process.HasExited ? 0 : process.PeakWorkingSet64);
        }

        return (written, peak);
    }
}
