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
        var table = Draw(rows, width, hasColor, out var least);
        // A terminal too narrow for the least wraps the lines, which reads better than broken columns.
        AnsiOutput.Write(table, output, Math.Max(width, least), hasColor);
    }

    /// <param name="rows">The cells.</param>
    /// <param name="width">The cells of the terminal.</param>
    /// <param name="hasColor">Whether it may have colours and bold letters.</param>
    /// <param name="atLeast">The narrowest that it can be.</param>
    public Table Draw(IReadOnlyList<string[]> rows, int width, bool hasColor, out int atLeast)
    {
        var widths = headers.Select((header, column) => rows.Select(row => row[column].GetCellWidth()).Append(header.Length).Max()).ToArray();
        var others = widths.Sum() - widths[cutColumn] + (Gap * (headers.Length - 1));
        widths[cutColumn] = Math.Min(widths[cutColumn], Math.Max(least, width - others));

        var table = new Table { Border = TableBorder.None };
        for (var column = 0; column < headers.Length; column++)
            table.AddColumn(Column(column, widths[column], hasColor));
        for (var row = 0; row < rows.Count; row++)
            table.AddRow(rows[row].Select((cell, column) => new Text(TerminalText.Fit(cell, widths[column]), hasColor ? StyleOf(row, headers[column]) : Style.Plain)));
        atLeast = others + least;
        return table;
    }

    private TableColumn Column(int column, int width, bool hasColor) => new(new Text(headers[column], hasColor ? new Style(decoration: Decoration.Bold) : Style.Plain))
    {
        Width = width,
        NoWrap = true,
        Padding = new Padding(0, 0, column == headers.Length - 1 ? 0 : Gap, 0),
        Alignment = rightAligned.Contains(headers[column]) ? Justify.Right : Justify.Left,
    };
}
