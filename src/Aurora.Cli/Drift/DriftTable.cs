using System.Globalization;
using Aurora.Cli.Terminals;
using Spectre.Console;

namespace Aurora.Cli.Drift;

/// <summary>A check for a person: a line each way in which the API departs, or with tabs where a program reads it.</summary>
internal static class DriftTable
{
    private const int Narrowest = 40;

    private static readonly Style Bold = new(decoration: Decoration.Bold);

    public static void Write(IReadOnlyList<DriftRow> rows, TextWriter output, int width, bool hasColor)
    {
        var table = new Table { Border = TableBorder.None };
        table.AddColumn(Column("KIND").NoWrap());
        table.AddColumn(Column("COUNT").NoWrap().RightAligned());
        table.AddColumn(Column("FOUND"));
        table.AddColumn(Column("PATH"));
        foreach (var row in rows)
            table.AddRow(new Text(row.Kind, new Style(Color.Olive)), new Text(Count(row)), new Text(row.Example), new Text(TerminalText.Clean(row.Path)));
        AnsiOutput.Write(table, output, Math.Max(Narrowest, width), hasColor);
    }

    public static void WriteLines(IReadOnlyList<DriftRow> rows, TextWriter output)
    {
        output.WriteLine("KIND\tCOUNT\tFOUND\tPATH");
        foreach (var row in rows)
            output.WriteLine($"{row.Kind}\t{Count(row)}\t{row.Example}\t{TerminalText.Clean(row.Path)}");
    }

    private static TableColumn Column(string header) => new TableColumn(new Text(header, Bold)).Padding(0, 0, 2, 0);

    private static string Count(DriftRow row) => row.Count.ToString(CultureInfo.InvariantCulture);
}
