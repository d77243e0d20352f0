using System.Diagnostics;
using Aurora.Benchmarks.Peers;

namespace Aurora.Benchmarks.Tool;

/// <summary>Runs a program, and measures it from the start to the end of its process.</summary>
/// <param name="program">The file of the program.</param>
/// <param name="first">The arguments that precede all others.</param>
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

    // The memory of an ended process cannot be read, so the peak is read repeatedly. It only grows, so the last value is kept.
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
