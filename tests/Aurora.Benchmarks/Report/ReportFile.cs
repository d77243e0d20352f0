namespace Aurora.Benchmarks.Report;

/// <summary>Where a run leaves its table: beside BenchmarkDotNet's own results.</summary>
internal static class ReportFile
{
    private static readonly string Location = Path.Combine("BenchmarkDotNet.Artifacts", "results", "Aurora.Benchmarks.md");

    /// <returns>The file's full path.</returns>
    public static string Write(string text)
    {
        var file = Path.GetFullPath(Location);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return file;
    }
}
