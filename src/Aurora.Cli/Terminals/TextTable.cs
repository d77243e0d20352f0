using Spectre.Console;

namespace Aurora.Cli.Terminals;

/// <summary>A table for a person: a line for each row, one of its columns cut to what the width leaves.</summary>
/// <param name="headers">The names of the columns.</param>
/// <param name="rightAligned">Which of them hold numbers.</param>
/// <param name="cutColumn">The place of the column that gives way.</param>
/// <param name="least">The cells that are left to it in the narrowest terminal.</param>
internal sealed class TextTable(string[] headers, string[] rightAligned, int cutColumn, int least)
{
    private const int Gap = 2;

    /// <summary>The style of a cell, by its row and its column's header.</summary>
    public Func<int, string, Style> StyleOf { get; init; } = (_, _) => Style.Plain;

    public void Write(IReadOnlyList<string[]> rows, TextWriter output, int width, bool hasColor)
    {
        var widths = headers.Select((header, column) => rows.Max(row => Math.Max(header.Length, row[column].GetCellWidth()))).ToArray();
        var others = widths.Sum() - widths[cutColumn] + (Gap * (headers.Length - 1));
        widths[cutColumn] = Math.Min(widths[cutColumn], Math.Max(least, width - others));

        var table = new Table { Border = TableBorder.None };
        for (var column = 0; column < headers.Length; column++)
            table.AddColumn(Column(column, widths[column]));
        for (var row = 0; row < rows.Count; row++)
            table.AddRow(rows[row].Select((cell, column) => new Text(TerminalText.Fit(cell, widths[column]), StyleOf(row, headers[column]))));

        // A terminal too narrow for the least wraps the lines, which reads better than broken columns.
        AnsiOutput.Write(table, output, Math.Max(width, others + least), hasColor);
    }

    private TableColumn Column(int column, int width) => new(new Text(headers[column], new Style(decoration: Decoration.Bold)))
    {
        Width = width,
        NoWrap = true,
        Padding = new Padding(0, 0, column == headers.Length - 1 ? 0 : Gap, 0),
        Alignment = rightAligned.Contains(headers[column]) ? Justify.Right : Justify.Left,
    };
}
