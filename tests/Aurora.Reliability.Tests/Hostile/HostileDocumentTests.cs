using System.Diagnostics;
using System.Globalization;

namespace Aurora.Reliability.Tests.Hostile;

/// <summary>
/// Tests that hostile documents result in an exception or in drift, with a limited heap. The documents are read in separate processes, so that a
/// stack overflow or a full heap does not affect other tests.
/// </summary>
[TestFixture]
public sealed class HostileDocumentTests
{
    private readonly Dictionary<string, string> _outcomes = [];

    public static IEnumerable<TestCaseData> Documents => HostileDocuments.All.Select(document =>
        new TestCaseData(document.Name) { ExpectedResult = $"{document.List}\t{document.Stream}" }.SetArgDisplayNames(document.Name));

    [OneTimeSetUp]
    public async Task ReadAsync()
    {
        foreach (var documents in HostileDocuments.All.GroupBy(document => document.HeapMiB))
            await ReadAsync(documents.Key, documents.Select(document => document.Name));
    }

    [TestCaseSource(nameof(Documents))]
    public string Document_has_the_documented_outcome_with_a_limited_heap(string name) => _outcomes.GetValueOrDefault(name, "not read");

    private async Task ReadAsync(int heapMiB, IEnumerable<string> names)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(HostileDocumentTests).Assembly.Location, "hostile", .. names])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_GCHeapHardLimit"] = (heapMiB * 1024L * 1024).ToString("X", CultureInfo.InvariantCulture);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        foreach (var line in (await process.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, outcome) = (line.Split('\t')[0], line.Split('\t')[1..]);
            _outcomes[name] = outcome.Length > 0 ? string.Join('\t', outcome) : await errors;
        }

        await process.WaitForExitAsync();
    }
}
