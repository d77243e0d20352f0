using Aurora.Spec.CSharp;
using Aurora.Spec.Terminals;
using Aurora.Terminals;
using Spectre.Console;

namespace Aurora.Spec.Reports;

/// <summary>Writes the differences of two clients as a table for a terminal.</summary>
internal static class ClientTable
{
    public static void Write(ClientDifference client, SpecConsole console)
    {
        WriteErrors("The old document has no client that compiles:", client.OldErrors, console);
        WriteErrors("The new document has no client that compiles:", client.CurrentErrors, console);
        if (client.Changes.Count > 0)
            DifferenceTable.Write(Table(client.Changes), console);
        console.Output.WriteLine($"C#: {DifferenceSummary.Of(client)}");
    }

    private static void WriteErrors(string heading, IReadOnlyList<string> errors, SpecConsole console)
    {
        if (errors.Count == 0)
            return;
        console.Output.WriteLine(heading);
        foreach (var line in errors.SelectMany(error => error.Split('\n')))
            console.Output.WriteLine($"  {TerminalText.Sanitize(line.TrimEnd('\r'))}");
        console.Output.WriteLine();
    }

    private static Table Table(IReadOnlyList<MemberChange> changes)
    {
        var table = DifferenceTable.Create("CALLERS", "C# MEMBER");
        foreach (var change in changes)
        {
            table.AddRow(
                new Text(DifferenceSummary.Words(change.Impact), new Style(ColorOf(change.Impact))),
                new Rows([.. Lines(change).Select(line => new Text(TerminalText.Sanitize(line))), Text.Empty]));
        }

        return table;
    }

    private static IEnumerable<string> Lines(MemberChange change)
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
