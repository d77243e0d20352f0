namespace Aurora.Cli.Commands;

/// <summary><c>aurora check</c>: checks whether the API matches its document.</summary>
internal sealed class CheckCommand : ToolCommand
{
    private readonly ConnectionOptions _connection = new();
    private readonly OutputOptions _output = new(OutputFormat.Table, OutputFormat.Json);

    public CheckCommand(ToolConsole console)
        : base(
            console,
            "check",
            "Check whether the API still matches its document.",
            "Reads the whole account and counts each deviation from the document by kind and JSON path. "
            + "Then requests two of the videos with 'ids' and 'ordering', to verify that the API applies both parameters. "
            + "Exits with 1 if drift was found.",
            "aurora check",
            "aurora check --output json > drift.json")
    {
        _connection.AddTo(this);
        _output.AddTo(this);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var check = new AccountCheck();
        await using var connection = await _connection.OpenAsync(parsed, Console, check.Configure);
        var started = Console.Clock.GetUtcNow();
        try
        {
            await check.RunAsync(connection.Client, cancellationToken);
        }
        catch (AuroraApiException) when (check.Tally.Rows.Any())
        {
            Console.WriteMessage($"Before the failure: {DriftText.Summary(Report())}");
            throw;
        }

        return Conclude(Report(), parsed);

        DriftReport Report() => DriftReport.Create(check, started, connection.Address, Console.Sanitize);
    }

    private int Conclude(DriftReport report, ParseResult parsed)
    {
        _output.Write(
            parsed,
            Console,
            json: output => DriftJson.Write(report, output),
            tsv: output => DriftTsv.Write(report, output),
            table: (output, hasColor) => DriftTable.Write(report, output, Console.Width, hasColor));
        foreach (var omitted in report.LeftOut)
            Console.WriteMessage(DriftText.Describe(omitted, report));
        Console.WriteMessage(DriftText.Summary(report));
        return report.Places == 0 ? ExitCode.Success : ExitCode.Failed;
    }
}
