using Spectre.Console;

namespace Aurora.Cli.Terminals;

/// <summary>A table with one line for each row. One column is truncated to fit the width.</summary>
/// <param name="truncatedColumn">The index of the column that is truncated.</param>
/// <param name="minWidth">The minimum width of this column, in cells.</param>
internal sealed class TextTable(string[] headers, string[] rightAligned, int truncatedColumn, int minWidth)
{
    private const int Gap = 2;

    /// <summary>Returns the style of a cell, given the index of its row and the header of its column.</summary>
    public Func<int, string, Style> StyleOf { get; init; } = (_, _) => Style.Plain;

    public void Write(IReadOnlyList<string[]> rows, TextWriter output, int width, bool hasColor)
    {
        var table = Draw(rows, width, hasColor, out var minTableWidth);
        // In a narrow terminal, wrapped lines are easier to read than broken columns.
        AnsiOutput.Write(table, output, Math.Max(width, minTableWidth), hasColor);
    }

    public Table Draw(IReadOnlyList<string[]> rows, int width, bool hasColor, out int minTableWidth)
    {
        var widths = headers
            .Select((header, column) => rows.Select(row => row[column].GetCellWidth()).Append(header.Length).Max())
            .ToArray();
        var others = widths.Sum() - widths[truncatedColumn] + (Gap * (headers.Length - 1));
        widths[truncatedColumn] = Math.Min(widths[truncatedColumn], Math.Max(minWidth, width - others));

        var table = new Table { Border = TableBorder.None };
        for (var column = 0; column < headers.Length; column++)
            table.AddColumn(Column(column, widths[column], hasColor));
        for (var row = 0; row < rows.Count; row++)
            table.AddRow(rows[row].Select((cell, column) => Cell(cell, row, column)));
        minTableWidth = others + minWidth;
        return table;

        Text Cell(string cell, int row, int column) =>
            new(TerminalText.Truncate(cell, widths[column]), hasColor ? StyleOf(row, headers[column]) : Style.Plain);
    }

    private TableColumn Column(int column, int width, bool hasColor)
    {
        var style = hasColor ? new Style(decoration: Decoration.Bold) : Style.Plain;
        return new TableColumn(new Text(headers[column], style))
        {
            Width = width,
            NoWrap = true,
            Padding = new Padding(0, 0, column == headers.Length - 1 ? 0 : Gap, 0),
            Alignment = rightAligned.Contains(headers[column]) ? Justify.Right : Justify.Left,
        };
    }
}
