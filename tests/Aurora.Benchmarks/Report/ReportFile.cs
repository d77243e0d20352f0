namespace Aurora.Benchmarks.Report;

/// <summary>Writes the table to a file next to the results of BenchmarkDotNet.</summary>
internal static class ReportFile
{
    private static readonly string Location = Path.Combine("BenchmarkDotNet.Artifacts", "results", "Aurora.Benchmarks.md");

    /// <returns>The full path of the file.</returns>
    public static string Write(string text)
    {
        var file = Path.GetFullPath(Location);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return file;
    }
}
