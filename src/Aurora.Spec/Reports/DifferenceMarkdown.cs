using Aurora.Cli.Terminals;
using Aurora.Spec.Diffing;

namespace Aurora.Spec.Reports;

/// <summary>Differences for a reviewer: a table of GitHub's Markdown.</summary>
internal static class DifferenceMarkdown
{
    public static void Write(IReadOnlyList<Difference> differences, TextWriter output)
    {
        if (differences.Count > 0)
        {
            output.WriteLine("| level | rule | where | old | new | requires |");
            output.WriteLine("|---|---|---|---|---|---|");
            foreach (var difference in differences)
                output.WriteLine(Row(difference));
            output.WriteLine();
        }

        output.WriteLine(DifferenceSummary.Sentence(differences));
    }

    private static string Row(Difference difference) => "| " + string.Join(" | ",
        difference.Rule.Level.ToString().ToUpperInvariant(),
        $"`{difference.Rule.Id}`",
        $"{Cell(difference.Where)}<br>{Code(difference.Pointer)}, line {difference.CurrentLine ?? difference.OldLine}",
        Code(difference.OldText),
        Code(difference.CurrentText),
        difference.Bump.ToString().ToLowerInvariant()) + " |";

    /// <summary>The text as code, whatever is in it: the document's own words are not our Markdown.</summary>
    internal static string Code(string text)
    {
        if (text.Length == 0)
            return "";
        var line = OneLine(text).Replace("|", "\\|", StringComparison.Ordinal);
        return line.Contains('`', StringComparison.Ordinal) ? $"`` {line} ``" : $"`{line}`";
    }

    private static string Cell(string text) =>
        OneLine(text).Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);

    private static string OneLine(string text) => TerminalText.Clean(text);
}
