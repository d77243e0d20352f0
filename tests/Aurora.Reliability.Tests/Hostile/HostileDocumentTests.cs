using System.Diagnostics;
using System.Globalization;

namespace Aurora.Reliability.Tests.Hostile;

/// <summary>
/// Hostile documents end in a clear exception or in drift, within a heap of a fixed size. They are read in processes of their own, so that a
/// stack that overflows, or a heap that is full, ends no other test.
/// </summary>
[TestFixture]
public sealed class HostileDocumentTests
{
    private readonly Dictionary<string, string> _outcomes = [];

    public static IEnumerable<TestCaseData> Documents =>
        HostileDocuments.All.Select(document => new TestCaseData(document.Name) { ExpectedResult = $"{document.List}\t{document.Stream}" }.SetArgDisplayNames(document.Name));

    [OneTimeSetUp]
    public async Task ReadAsync()
    {
        foreach (var some in HostileDocuments.All.GroupBy(document => document.HeapMiB))
            await ReadAsync(some.Key, some.Select(document => document.Name));
    }

    [TestCaseSource(nameof(Documents))]
    public string Document_is_read_or_refused_within_its_heap(string name) => _outcomes.GetValueOrDefault(name, "not reached");

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
