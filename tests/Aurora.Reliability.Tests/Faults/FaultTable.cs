using System.Text.RegularExpressions;

namespace Aurora.Reliability.Tests.Faults;

/// <summary>A row of the table: a fault, and its outcome for each method.</summary>
internal sealed record FaultRow(string Fault, IReadOnlyList<string> Outcomes);

/// <summary>A table of faults and their outcomes.</summary>
internal sealed partial record FaultTable(IReadOnlyList<FaultRow> Rows)
{
    public static FaultTable Of(FaultMatrix matrix) => new([.. FaultMatrix.Faults
        .Select(fault => new FaultRow(fault.Name, [.. CalledMethod.All.Select(method => matrix.Outcome(fault.Name, method.Name))]))]);

    /// <summary>Parses a table in Markdown. Text around the table is ignored.</summary>
    public static FaultTable Parse(string markdown) => new([.. markdown.Split('\n')
        .Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(2)
        .Select(line => line.Trim().Trim('|').Split(" | ").Select(cell => cell.Trim()).ToList())
        .Select(cells => new FaultRow(cells[0], cells[1..]))]);

    /// <summary>Combines faults with the same outcome in one row. Status codes are omitted, because the names contain them.</summary>
    public FaultTable Grouped() => new([.. Rows
        .Select(row => row with { Outcomes = [.. row.Outcomes.Select(outcome => Details().Replace(outcome, ""))] })
        .GroupBy(row => string.Join('|', row.Outcomes))
        .Select(rows => new FaultRow(string.Join("; ", rows.Select(row => row.Fault)), rows.First().Outcomes))]);

    public string ToMarkdown()
    {
        string[] header = ["fault", .. CalledMethod.All.Select(method => $"`{method.Name}`")];
        var rows = Rows.Select(row => (string[])[row.Fault, .. row.Outcomes]);
        return string.Concat(new[] { header, [.. header.Select(_ => "---")] }.Concat(rows).Select(cells => $"| {string.Join(" | ", cells)} |\n"));
    }

    [GeneratedRegex(" [0-9]{3}( in [0-9]+ s)?(?= /|$)")]
    private static partial Regex Details();
}
