using System.Text.Json.Nodes;
using Aurora.Spec.Terminals;

namespace Aurora.Spec.Tests.Reports;

/// <summary>Tests <c>diff</c> with the clients that are generated from both documents.</summary>
[TestFixture]
public sealed class ClientDifferenceTests
{
    private static readonly string Vendors = TestRepository.DocumentText;

    [Test]
    public async Task Diff_reports_the_members_that_differ_and_what_callers_must_do()
    {
        var run = await DiffAsync(Vendors.Replace("  duration:", "  duration_seconds:", StringComparison.Ordinal), "json");

        var client = JsonNode.Parse(run.Output)!["csharp"]!;
        Assert.That(client["callers"]!.ToString(), Is.EqualTo("change_code"), run.Error);
        Assert.That(client["changes"]!.AsArray().Select(change => $"{change!["change"]} {change["callers"]} {change["old"]} > {change["new"]}"), Is.EqualTo(new[]
        {
            "removed change_code public int AuroraFlow.Duration { get; set; } > ",
            "removed change_code public static AuroraOrdering AuroraOrdering.Duration { get; } > ",
            "added nothing  > public int? AuroraFlow.DurationSeconds { get; set; }",
            "added nothing  > public static AuroraOrdering AuroraOrdering.DurationSeconds { get; }",
        }));
    }

    [Test]
    public async Task Diff_reports_that_a_client_does_not_compile()
    {
        var run = await DiffAsync(Vendors.Replace("operationId: aurora_list", "operationId: aurora_all", StringComparison.Ordinal), "table");

        Assert.That(run.Output, Does.Contain("The new document has no client that compiles:").And.Contain("src/Aurora.Client/AuroraClient.Listing.cs:"));
        Assert.That(run.Output, Does.Contain("AuroraClient.AllAsync(").And.Contain("C#: The clients cannot be compared completely."));
    }

    [Test]
    public async Task Diff_of_documents_too_large_to_generate_compares_requests_and_responses()
    {
        var run = await DiffAsync(Vendors.Replace("description: Duration of", $"description: {new string('x', 1_000_000)} of", StringComparison.Ordinal), "json");

        Assert.That(run.Error, Does.Contain("larger than 1 MB"));
        Assert.That(JsonNode.Parse(run.Output)!["csharp"], Is.Null);
    }

    [Test]
    public async Task Diff_outside_the_repository_compares_requests_and_responses()
    {
        var run = await DiffAsync(Vendors, "json", Path.GetTempPath());

        Assert.That(run.Error, Does.Contain("is not in the repository"));
        Assert.That(JsonNode.Parse(run.Output)!["csharp"], Is.Null);
    }

    private static async Task<ToolRun> DiffAsync(string current, string output, string? directory = null)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, current);
        await using var written = new StringWriter { NewLine = "\n" };
        await using var error = new StringWriter { NewLine = "\n" };
        var code = await SpecTool.RunAsync(
            ["diff", TestRepository.Document, file, "--output", output],
            new SpecConsole(written, error) { WorkingDirectory = directory ?? TestRepository.Root, Width = 1000 });
        File.Delete(file);
        Assert.That(code, Is.EqualTo(ExitCode.Done), error.ToString());
        return new ToolRun(code, written.ToString(), error.ToString());
    }
}
