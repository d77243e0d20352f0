using System.CommandLine;
using Spectre.Console;

namespace Aurora.Reliability.Tests.Faults;

/// <summary>Runs the fault matrix and prints what came of it.</summary>
internal sealed class FaultsCommand : Command
{
    private readonly Option<string> _output = new("--output") { Description = "How to print it: markdown, as in the README, or text.", DefaultValueFactory = _ => "markdown" };
    private readonly Option<bool> _all = new("--all") { Description = "A row for every fault, also for those that end alike." };

    public FaultsCommand()
        : base("faults", "What comes of every fault on the first, the second and the last attempt of every method. Exit code 1 when it is not what is expected.")
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
        var shown = parsed.GetValue(_all) ? measured : measured.Grouped();
        if (parsed.GetValue(_output) == "text")
            AnsiConsole.Write(AsText(shown));
        else
            await Console.Out.WriteAsync(shown.ToMarkdown());
        var faults = ExpectedOutcomes.Deviations(matrix);
        foreach (var deviation in faults)
            await Console.Error.WriteLineAsync(deviation);
        return faults.Count == 0 ? 0 : 1;
    }

    private static Table AsText(FaultTable table)
    {
        var text = new Table().AddColumn("what happens").AddColumns([.. CalledMethod.All.Select(method => method.Name)]);
        foreach (var row in table.Rows)
            text.AddRow([.. row.Outcomes.Prepend(row.Fault).Select(Markup.Escape)]);
        return text;
    }
}
