using System.CommandLine;
using Aurora.Cli.Connections;
using Aurora.Cli.Drifts;
using Aurora.Cli.Terminals;
using Aurora.Client;

namespace Aurora.Cli.Commands;

/// <summary><c>aurora check</c>: where the answers of the API depart from its document.</summary>
internal sealed class CheckCommand : ToolCommand
{
    private readonly ConnectionOptions _connection = new();
    private readonly OutputOptions _output = new("As a table (the default), or as one JSON document. In a pipe or a file, the table is plain lines with tabs.", OutputForm.Table, OutputForm.Json);
    private readonly ToolConsole _console;

    public CheckCommand(ToolConsole console)
        : base(
            "check",
            "Checks the API against its document and counts each departure. Asks for the whole account, and then for two of its "
            + "videos by ids, in another ordering. Ends with 1 on drift.")
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
        await using var connection = await _connection.OpenAsync(parsed, _console, check.Listen);
        var started = _console.Clock.GetUtcNow();
        try
        {
            await check.RunAsync(connection.Client, cancellationToken);
        }
        catch (AuroraApiException) when (check.Tally.Rows.Any())
        {
            _console.Say($"Until it broke off: {DriftText.Summary(Report())}");
            throw;
        }

        return Conclude(Report(), parsed);

        DriftReport Report() => DriftReport.Of(check, started, connection.Address, _console.Clean);
    }

    private int Conclude(DriftReport report, ParseResult parsed)
    {
        _output.Write(
            parsed,
            _console,
            json: output => DriftJson.Write(report, output),
            lines: output => DriftLines.Write(report, output),
            table: (output, hasColor) => DriftTable.Write(report, output, _console.Width, hasColor));
        foreach (var left in report.LeftOut)
            _console.Say(DriftText.Describe(left, report));
        _console.Say(DriftText.Summary(report));
        return report.Places == 0 ? ExitCode.Done : ExitCode.Failed;
    }
}
