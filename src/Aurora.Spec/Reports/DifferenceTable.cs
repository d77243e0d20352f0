using Spectre.Console;

namespace Aurora.Spec.Reports;

/// <summary>Writes a report as tables for a terminal.</summary>
internal static class DifferenceTable
{
    private const int Narrowest = 60;

    private static readonly Style Bold = new(decoration: Decoration.Bold);

    public static void Write(DifferenceReport report, SpecConsole console)
    {
        if (report.Differences.Count > 0)
            Write(WireTable(report.Differences), console);
        console.Output.WriteLine(DifferenceSummary.Of(report.Differences));
        if (report.Client is { } client)
        {
            console.Output.WriteLine();
            foreach (var (heading, lines) in DifferenceSummary.ErrorsOf(client))
                console.Output.WriteLine($"{heading}\n{string.Join('\n', lines.Select(line => $"  {line}"))}\n");
            if (client.Changes.Count > 0)
                Write(ClientTable(client.Changes), console);
            console.Output.WriteLine($"C#: {DifferenceSummary.Of(client)}");
        }

        if (report.Bump > VersionBump.None)
            console.Output.WriteLine(DifferenceSummary.Of(report.Bump));
    }

    private static void Write(Table table, SpecConsole console) =>
        AnsiOutput.Write(table, console.Output, Math.Max(Narrowest, console.Width), console.AllowsColor);

    private static Table Create(params ReadOnlySpan<string> headers)
    {
        var table = new Table { Border = TableBorder.None };
        foreach (var header in headers[..^1])
            table.AddColumn(new TableColumn(new Text(header, Bold)).NoWrap().Padding(0, 0, 2, 0));
        return table.AddColumn(new TableColumn(new Text(headers[^1], Bold)).Padding(0, 0, 0, 0));
    }

    private static Table WireTable(IReadOnlyList<Difference> differences)
    {
        var table = Create("LEVEL", "REQUIRES", "DIFFERENCE");
        foreach (var difference in differences)
        {
            table.AddRow(
                new Text(difference.Rule.Level.ToString().ToUpperInvariant(), new Style(ColorOf(difference.Rule.Level))),
                new Text(difference.Bump.ToString().ToLowerInvariant()),
                new Rows(
                    new Text(difference.Rule.Id, Bold),
                    new Text(TerminalText.Sanitize(difference.Where)),
                    new Text(TerminalText.Sanitize(Change(difference))),
                    new Text(TerminalText.Sanitize($"{difference.Pointer} {Lines(difference)}"), new Style(Color.Grey)),
                    Text.Empty));
        }

        return table;
    }

    private static string Change(Difference difference) => (difference.OldText, difference.CurrentText) switch
    {
        ("", var now) => $"+ {now}",
        (var was, "") => $"- {was}",
        var (was, now) => $"{was} → {now}",
    };

    private static string Lines(Difference difference) => (difference.OldLine, difference.CurrentLine) switch
    {
        ({ } was, { } now) => string.Create(CultureInfo.InvariantCulture, $"(line {was} → {now})"),
        ({ } was, null) => string.Create(CultureInfo.InvariantCulture, $"(old line {was})"),
        var (_, now) => string.Create(CultureInfo.InvariantCulture, $"(line {now})"),
    };

    private static Color ColorOf(Level level) => level switch
    {
        Level.Err => Color.Maroon,
        Level.Warn => Color.Olive,
        _ => Color.Default,
    };

    private static Table ClientTable(IReadOnlyList<MemberChange> changes)
    {
        var table = Create("CALLERS", "C# MEMBER");
        foreach (var change in changes)
        {
            table.AddRow(
                new Text(DifferenceSummary.Words(change.Impact), new Style(ColorOf(change.Impact))),
                new Rows([.. Signatures(change).Select(line => new Text(TerminalText.Sanitize(line))), Text.Empty]));
        }

        return table;
    }

    private static IEnumerable<string> Signatures(MemberChange change)
    {
        if (change.Old is not null)
            yield return $"- {change.Old}";
        if (change.Current is not null)
            yield return $"+ {change.Current}";
    }

    private static Color ColorOf(CallerImpact impact) => impact switch
    {
        CallerImpact.ChangeCode => Color.Maroon,
        CallerImpact.Rebuild => Color.Olive,
        _ => Color.Default,
    };
}
