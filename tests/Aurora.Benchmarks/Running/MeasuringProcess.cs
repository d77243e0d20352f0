using System.Diagnostics;
using System.Globalization;
using Aurora.Benchmarks.Serving;

namespace Aurora.Benchmarks.Running;

/// <summary>A new process of this program that measures something and writes the figures to its standard output.</summary>
internal static class MeasuringProcess
{
    /// <returns>The figures that the process wrote.</returns>
    public static IReadOnlyList<double> Run(params string[] arguments)
    {
        using var process = Process.Start(ServerProcess.StartInfo(arguments))!;
        var figures = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? [.. figures.Split(' ').Select(figure => double.Parse(figure, CultureInfo.InvariantCulture))]
            : throw new InvalidOperationException($"The process {string.Join(' ', arguments)} ended with exit code {process.ExitCode}.");
    }

    /// <summary>Writes figures for the process that started this one.</summary>
    public static void Write(params IEnumerable<double> figures) => Console.Write(string.Join(' ', figures.Select(figure => figure.ToString(CultureInfo.InvariantCulture))));
}
