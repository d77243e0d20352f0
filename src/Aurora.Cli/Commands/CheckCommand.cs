using System.CommandLine;
using Aurora.Cli.Connections;
using Aurora.Cli.Drifts;
using Aurora.Cli.Terminals;
using Aurora.Client;

namespace Aurora.Cli.Commands;

/// <summary><c>aurora check</c>: checks whether the API matches its document.</summary>
internal sealed class CheckCommand : ToolCommand
{
    private readonly ConnectionOptions _connection = new();
    private readonly OutputOptions _output = new(OutputFormat.Table, OutputFormat.Json);
    private readonly ToolConsole _console;

    public CheckCommand(ToolConsole console)
        : base(
            "check",
            "Check whether the API still matches its document.",
            "Reads the whole account and counts each deviation from the document by kind and JSON path. "
            + "Then requests two of the videos with 'ids' and 'ordering', to verify that the API applies both parameters. "
            + "Exits with 1 if drift was found.")
    {
        _console = console;
        _connection.AddTo(this);
        _output.AddTo(this);
        SetAction(RunAsync);
    }

    public override string[] Examples =>
    [
        "aurora check",
        "aurora check --output json > drift.json",
    ];

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var check = new AccountCheck();
        await using var connection = await _connection.OpenAsync(parsed, _console, check.Configure);
        var started = _console.Clock.GetUtcNow();
        try
        {
            await check.RunAsync(connection.Client, cancellationToken);
        }
        catch (AuroraApiException) when (check.Tally.Rows.Any())
        {
            _console.WriteMessage($"Before the failure: {DriftText.Summary(Report())}");
            throw;
        }

        return Conclude(Report(), parsed);

        DriftReport Report() => DriftReport.Create(check, started, connection.Address, _console.Sanitize);
    }

    private int Conclude(DriftReport report, ParseResult parsed)
    {
        _output.Write(
            parsed,
            _console,
            json: output => DriftJson.Write(report, output),
            tsv: output => DriftTsv.Write(report, output),
            table: (output, hasColor) => DriftTable.Write(report, output, _console.Width, hasColor));
        foreach (var omitted in report.LeftOut)
            _console.WriteMessage(DriftText.Describe(omitted, report));
        _console.WriteMessage(DriftText.Summary(report));
        return report.Places == 0 ? ExitCode.Success : ExitCode.Failed;
    }
}
