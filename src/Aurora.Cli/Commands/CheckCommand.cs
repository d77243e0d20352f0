using System.CommandLine;
using Aurora.Cli.Drift;
using Aurora.Cli.Terminals;

namespace Aurora.Cli.Commands;

/// <summary><c>aurora check</c>: whether the API still answers as its document says. Made to run every night.</summary>
internal sealed class CheckCommand : Command
{
    private readonly ConnectionOptions _connection = new();

    private readonly OutputOptions _output = new("As a table, or as one JSON document. "
        + "In a pipe or a file, the table is plain lines with tabs, the path last.");

    private readonly ToolConsole _console;

    public CheckCommand(ToolConsole console)
        : base("check",
            "Reports every way in which the API's answers depart from the document that this tool was built from.\n\n"
            + "It asks for the whole account, and then for one of its videos by id and in an order. The report has kinds, paths and counts, "
            + "and nothing that is in the videos. Exit code 1 when there is a departure.")
    {
        _console = console;
        _connection.AddTo(this);
        _output.AddTo(this);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var counter = new DriftCounter();
        await using var connection = await _connection.OpenAsync(parsed, _console, counter.Remember);
        var askedAt = _console.Clock.GetUtcNow();
        var check = new DriftCheck(connection.Client, counter);
        var rows = await check.RunAsync(cancellationToken);
        var report = new DriftReport(connection.Address, askedAt, check.Videos, rows, counter.LeftOut);
        Write(report, parsed);
        return report.HasDrift ? ExitCode.Failed : ExitCode.Done;
    }

    private void Write(DriftReport report, ParseResult parsed)
    {
        if (_output.IsJson(parsed))
            DriftJson.Write(report, _console.Output);
        else if (report.HasDrift && _console.IsTerminal)
            DriftTable.Write(report.Rows, _console.Output, _console.Width, _output.HasColor(parsed, _console));
        else if (report.HasDrift)
            DriftTable.WriteLines(report.Rows, _console.Output);
        _console.Output.Flush();
        if (report.LeftOut > 0)
            _console.Say($"aurora: {report.LeftOut} more departures are of further kinds, which are not shown: there are over {DriftCounter.MostRows}.");
        _console.Say(report.Videos == 0 ? "The account has no videos: nothing could be checked." : report.Summary);
    }
}
