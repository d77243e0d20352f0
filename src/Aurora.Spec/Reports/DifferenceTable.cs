using System.Globalization;
using Aurora.Cli.Terminals;
using Aurora.Spec.Diffing;
using Aurora.Spec.Terminals;
using Spectre.Console;

namespace Aurora.Spec.Reports;

/// <summary>Differences for a person.</summary>
internal static class DifferenceTable
{
    private const int Narrowest = 60;

    private static readonly Style Bold = new(decoration: Decoration.Bold);

    public static void Write(IReadOnlyList<Difference> differences, SpecConsole console)
    {
        if (differences.Count > 0)
            AnsiOutput.Write(Table(differences), console.Output, Math.Max(Narrowest, console.Width), console.AllowsColor);
        console.Output.WriteLine(DifferenceSummary.Sentence(differences));
    }

    private static Table Table(IReadOnlyList<Difference> differences)
    {
        var table = new Table { Border = TableBorder.None };
        table.AddColumn(Column("LEVEL"));
        table.AddColumn(Column("REQUIRES"));
        table.AddColumn(new TableColumn(new Text("DIFFERENCE", Bold)).Padding(0, 0, 0, 0));
        foreach (var difference in differences)
        {
            table.AddRow(
                new Text(difference.Rule.Level.ToString().ToUpperInvariant(), new Style(ColorOf(difference.Rule.Level))),
                new Text(difference.Bump.ToString().ToLowerInvariant()),
                new Rows([
                    new Text(difference.Rule.Id, Bold),
                    .. Details(difference).Select(line => new Text(TerminalText.Clean(line))),
                    new Text(TerminalText.Clean($"{difference.Pointer} {Lines(difference)}"), new Style(Color.Grey)),
                    Text.Empty,
                ]));
        }

        return table;
    }

    private static TableColumn Column(string header) => new TableColumn(new Text(header, Bold)).NoWrap().Padding(0, 0, 2, 0);

    private static string[] Details(Difference difference) =>
        [difference.Where, Change(difference)];

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
}
