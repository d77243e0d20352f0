using System.Text.Json.Nodes;
using Aurora.Spec.Files;
using Aurora.Spec.Terminals;
using Aurora.Spec.Tests.Diffing;

namespace Aurora.Spec.Tests.Reports;

[TestFixture]
public sealed class DiffCommandTests
{
    [TestCase("endpoints", null, 0)]
    [TestCase("endpoints", "breaking", 1)]
    [TestCase("property-lengths-and-patterns", "breaking", 1)]
    [TestCase("servers", "breaking", 0)]
    [TestCase("servers", "warning", 1)]
    [TestCase("version-changed", "warning", 0)]
    [TestCase("list-gains-a-parameter", "breaking", 0)]
    [TestCase("written-another-way", "warning", 0)]
    public async Task Exit_code_is_1_for_a_difference_of_the_level_in_fail_on(string pair, string? failOn, int code)
    {
        var run = await DiffAsync(pair, failOn is null ? [] : ["--fail-on", failOn]);

        Assert.That(run.Code, Is.EqualTo(code), run.Error);
        Assert.That(run.Error, Is.Empty);
    }

    [Test]
    public async Task Table_shows_the_rule_the_place_and_the_change()
    {
        var run = await DiffAsync("through-all-of-one");

        Assert.That(Lines(run.Output).Take(5), Is.EqualTo(new[]
        {
            "LEVEL  REQUIRES  DIFFERENCE",
            "ERR    major     response-property-became-nullable",
            "                 POST /things/ → 201 → mode",
            "                 not nullable → nullable",
            "                 #/components/schemas/Thing/properties/mode/nullable (line 17)",
        }));
        Assert.That(Lines(run.Output)[^2..], Is.EqualTo(new[] { "7 differences: 1 ERR, 0 WARN, 6 INFO.", "The package requires a new major version." }));
    }

    [Test]
    public async Task Reference_to_another_file_is_refused_because_changes_there_would_be_silent()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "api.yaml");
        await File.WriteAllTextAsync(file, TestRepository.DocumentText.Replace("'#/components/schemas/AuroraFlow'", "'schemas.yaml#/AuroraFlow'", StringComparison.Ordinal));

        var run = await ToolRun.InAsync(RepositoryCopy.Original, "diff", file, file);

        Assert.That((run.Code, run.Output), Is.EqualTo((ExitCode.BadInput, "")));
        Assert.That(run.Error, Does.Contain("api.yaml:39").And.Contain("'schemas.yaml#/AuroraFlow' refers to another file").And.Contain("Bundle"));
    }

    [Test]
    public async Task Equal_documents_have_no_differences() => Assert.That((await DiffAsync("written-another-way")).Output, Is.EqualTo("No differences.\n"));

    [Test]
    public async Task Json_has_stable_names_and_both_levels()
    {
        var json = JsonNode.Parse((await DiffAsync("property-enums", "--output", "json")).Output)!;

        Assert.That((json["bump"]!.ToString(), json["breaking"]!.GetValue<bool>()), Is.EqualTo(("major", true)));
        var removed = json["differences"]!.AsArray().Single(difference => difference!["rule"]!.ToString() == "response-property-enum-value-removed")!;
        Assert.That(removed.ToJsonString(), Is.EqualTo(JsonNode.Parse(
            """
            {
              "rule": "response-property-enum-value-removed",
              "level": "INFO",
              "oasdiff_level": "INFO",
              "pointer": "#/components/schemas/Thing/properties/value_removed/enum/1",
              "where": "POST /things/ → 201 → value_removed",
              "old": { "text": "b", "pointer": "#/components/schemas/Thing/properties/value_removed/enum/1", "line": 19 },
              "new": null,
              "bump": "patch"
            }
            """)!.ToJsonString()));
    }

    [Test]
    public async Task Markdown_escapes_text_from_the_document()
    {
        var folder = Directory.CreateTempSubdirectory("aurora-diff-").FullName;
        const string Text = "openapi: 3.0.3\ninfo: {{ title: {0}, version: 1.0.0 }}\npaths: {{}}\n";
        await File.WriteAllTextAsync(Path.Combine(folder, "old.yaml"), string.Format(System.Globalization.CultureInfo.InvariantCulture, Text, "A"));
        await File.WriteAllTextAsync(Path.Combine(folder, "new.yaml"), string.Format(System.Globalization.CultureInfo.InvariantCulture, Text, "\"a | b ` c\\n<script>\""));

        var run = await RunAsync(["diff", Path.Combine(folder, "old.yaml"), Path.Combine(folder, "new.yaml"), "--output", "markdown", "--wire-only"]);

        Assert.That(Lines(run.Output)[2], Is.EqualTo("| INFO | `api-title-changed` | info<br>`#/info/title`, line 2 | `A` | `` a \\| b ` c <script> `` | patch |"));
        Directory.Delete(folder, recursive: true);
    }

    [TestCase("table")]
    [TestCase("markdown")]
    [TestCase("json")]
    public async Task Escape_sequences_in_the_document_are_removed_from_the_output(string output)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "openapi: 3.0.3\ninfo: { title: \"\\e[2Jgone\\u202E\", version: 1.0.0 }\npaths: {}\n\"x-\\e[31m\": 1\n");

        var run = await RunAsync(["diff", DocumentPair.PathOf("servers", "old.yaml"), file, "--output", output, "--wire-only"]);

        Assert.That(run.Code, Is.Zero, run.Error);
        Assert.That(run.Output, Does.Contain("[2Jgone").And.Not.Match("\u001b"));
        File.Delete(file);
    }

    [TestCase("diff")]
    [TestCase("diff", "one")]
    [TestCase("diff", "one", "two", "--fail-on", "everything")]
    [TestCase("nonsense")]
    public async Task Invalid_command_line_is_bad_input(params string[] args)
    {
        var run = await RunAsync(args);

        Assert.That((run.Code, run.Output), Is.EqualTo((ExitCode.BadInput, "")));
        Assert.That(run.Error, Does.Contain("--help"));
    }

    private static string[] Lines(string text) => [.. text.TrimEnd('\n').Split('\n').Select(line => line.TrimEnd())];

    private static Task<ToolRun> DiffAsync(string pair, params string[] options) =>
        RunAsync(["diff", DocumentPair.PathOf(pair, "old.yaml"), DocumentPair.PathOf(pair, "new.yaml"), "--wire-only", .. options]);

    private static async Task<ToolRun> RunAsync(string[] args)
    {
        await using var output = new StringWriter { NewLine = "\n" };
        await using var error = new StringWriter { NewLine = "\n" };
        var code = await SpecTool.RunAsync(args, new SpecConsole(output, error));
        return new ToolRun(code, output.ToString(), error.ToString());
    }
}
