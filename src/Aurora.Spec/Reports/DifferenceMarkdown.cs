namespace Aurora.Spec.Reports;

/// <summary>Writes a report as GitHub-flavored Markdown, for a review.</summary>
internal static class DifferenceMarkdown
{
    public static void Write(DifferenceReport report, TextWriter output)
    {
        if (report.Differences.Count > 0)
            WriteTable("| level | rule | where | old | new | requires |", report.Differences.Select(Row), output);
        output.WriteLine(DifferenceSummary.Of(report.Differences));
        if (report.Client is { } client)
        {
            output.WriteLine();
            foreach (var (heading, lines) in DifferenceSummary.ErrorsOf(client))
                output.WriteLine($"{heading}\n\n{string.Join('\n', lines.Select(line => $"    {line}"))}\n");
            if (client.Changes.Count > 0)
                WriteTable("| callers must | C# member | old | new |", client.Changes.Select(Row), output);
            output.WriteLine($"C#: {DifferenceSummary.Of(client)}");
        }

        if (report.Bump > VersionBump.None)
            output.WriteLine($"\n{DifferenceSummary.Of(report.Bump)}");
    }

    /// <summary>Returns the text as code, so that text from the document is not read as Markdown.</summary>
    internal static string Code(string text)
    {
        if (text.Length == 0)
            return "";
        var line = TerminalText.Sanitize(text).Replace("|", "\\|", StringComparison.Ordinal);
        return line.Contains('`', StringComparison.Ordinal) ? $"`` {line} ``" : $"`{line}`";
    }

    private static void WriteTable(string header, IEnumerable<string> rows, TextWriter output)
    {
        output.WriteLine(header);
        output.WriteLine(string.Concat(Enumerable.Repeat("|---", header.Count(character => character == '|') - 1)) + "|");
        foreach (var row in rows)
            output.WriteLine(row);
        output.WriteLine();
    }

    private static string Row(Difference difference) => Row(
        difference.Rule.Level.ToString().ToUpperInvariant(),
        $"`{difference.Rule.Id}`",
        $"{Cell(difference.Where)}<br>{Code(difference.Pointer)}, line {difference.CurrentLine ?? difference.OldLine}",
        Code(difference.OldText),
        Code(difference.CurrentText),
        difference.Bump.ToString().ToLowerInvariant());

    private static string Row(MemberChange change) =>
        Row(DifferenceSummary.Words(change.Impact), Code(change.Member), Code(change.Old ?? ""), Code(change.Current ?? ""));

    private static string Row(params ReadOnlySpan<string> cells) => $"| {string.Join(" | ", cells)} |";

    private static string Cell(string text) =>
        TerminalText.Sanitize(text).Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}
