using System.CommandLine;
using Spectre.Console;

namespace Aurora.Reliability.Tests.Faults;

/// <summary>Implements <c>faults</c>: tests all faults and prints the outcomes.</summary>
internal sealed class FaultsCommand : Command
{
    private readonly Option<string> _output = new("--output")
    {
        Description = "Output format: markdown (as in the README) or text.",
        DefaultValueFactory = _ => "markdown",
    };

    private readonly Option<bool> _all = new("--all") { Description = "Print one row for each fault instead of combining equal outcomes." };

    public FaultsCommand()
        : base("faults", "Test all faults, and print their outcomes. The exit code is 1 if an outcome is unexpected.")
    {
        _output.AcceptOnlyFromAmong("markdown", "text");
        Add(_output);
        Add(_all);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var matrix = await FaultMatrix.RunAsync(cancellationToken);
        var measured = FaultTable.Of(matrix);
        var table = parsed.GetValue(_all) ? measured : measured.Grouped();
        if (parsed.GetValue(_output) == "text")
            AnsiConsole.Write(AsText(table));
        else
            await Console.Out.WriteAsync(table.ToMarkdown());
        var deviations = ExpectedOutcomes.Deviations(matrix);
        foreach (var deviation in deviations)
            await Console.Error.WriteLineAsync(deviation);
        return deviations.Count == 0 ? 0 : 1;
    }

    private static Table AsText(FaultTable table)
    {
        var text = new Table().AddColumn("fault").AddColumns([.. CalledMethod.All.Select(method => method.Name)]);
        foreach (var row in table.Rows)
            text.AddRow([.. row.Outcomes.Prepend(row.Fault).Select(Markup.Escape)]);
        return text;
    }
}
