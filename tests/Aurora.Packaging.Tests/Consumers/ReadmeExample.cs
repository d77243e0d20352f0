using System.Text.RegularExpressions;

namespace Aurora.Packaging.Tests.Consumers;

/// <summary>Reads the example in the README of Aurora.Testing, and adapts it to a test framework with the table in the README.</summary>
internal static partial class ReadmeExample
{
    private const string Original = "NUnit";

    public static string For(string framework)
    {
        var readme = File.ReadAllText(Path.Combine(TestRepository.Root, "src", "Aurora.Testing", "README.md"));
        var test = CSharpBlock().Matches(readme).Select(block => block.Groups[1].Value)
            .Single(block => block.Contains("class ", StringComparison.Ordinal));
        return Row(readme, Original).Zip(Row(readme, framework)).Aggregate(test, (code, line) => Replace(code, line.First, line.Second));
    }

    // Returns the code in each column after the first.
    private static string[] Row(string readme, string framework)
    {
        var row = Regex.Match(readme, $@"^\| {framework} \|(.+)\|$", RegexOptions.Multiline | RegexOptions.IgnoreCase);
        Assert.That(row.Success, $"The README of Aurora.Testing has no row for {framework}.");
        return [.. row.Groups[1].Value.Split('|').Select(cell => cell.Trim().Trim('`'))];
    }

    private static string Replace(string code, string original, string replacement)
    {
        Assert.That(Regex.Matches(code, Regex.Escape(original)), Has.Count.EqualTo(1), $"The example must contain \"{original}\" exactly once.");
        return code.Replace(original, replacement, StringComparison.Ordinal);
    }

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CSharpBlock();
}
