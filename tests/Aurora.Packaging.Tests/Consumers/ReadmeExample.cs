using System.Text.RegularExpressions;

namespace Aurora.Packaging.Tests.Consumers;

/// <summary>The test in the README of Aurora.Testing, with the lines of its table for another framework than that of the test.</summary>
internal static partial class ReadmeExample
{
    private const string Shown = "NUnit";

    public static string For(string framework)
    {
        var readme = File.ReadAllText(Path.Combine(Spec.Tests.TestRepository.Root, "src", "Aurora.Testing", "README.md"));
        var test = CSharpBlock().Matches(readme).Select(block => block.Groups[1].Value).Single(block => block.Contains("class ", StringComparison.Ordinal));
        return Row(readme, Shown).Zip(Row(readme, framework)).Aggregate(test, (code, line) => Replace(code, line.First, line.Second));
    }

    // The code in each column after the first.
    private static string[] Row(string readme, string framework)
    {
        var row = Regex.Match(readme, $@"^\| {framework} \|(.+)\|$", RegexOptions.Multiline | RegexOptions.IgnoreCase);
        Assert.That(row.Success, $"The README of Aurora.Testing has no row for {framework}.");
        return [.. row.Groups[1].Value.Split('|').Select(cell => cell.Trim().Trim('`'))];
    }

    private static string Replace(string code, string shown, string wanted)
    {
        Assert.That(Regex.Matches(code, Regex.Escape(shown)), Has.Count.EqualTo(1), $"The example must have \"{shown}\" once.");
        return code.Replace(shown, wanted, StringComparison.Ordinal);
    }

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CSharpBlock();
}
