using System.CommandLine;
using Aurora.Cli.Downloads;
using Aurora.Cli.Terminals;
using Aurora.Cli.Videos;

namespace Aurora.Cli.Commands;

/// <summary><c>aurora download</c>: the files of finished videos.</summary>
internal sealed class DownloadCommand : ToolCommand
{
    private const int MostJobs = 16;

    private readonly IdsOptions _ids = IdsOptions.AsArguments();
    private readonly FilterOptions _filter = new(hasStatus: false);
    private readonly ConnectionOptions _connection = new();
    private readonly OutputOptions _output = new(
        "What became of each video, as a table (the default), as JSON, or as one JSON object a line as soon as it is known. In a pipe or a file, the table is plain lines with tabs.",
        OutputForm.Table,
        OutputForm.Json,
        OutputForm.Ndjson);

    private readonly Option<string> _to = new("--to")
    {
        Description = "The folder for the files. It is made where it is missing.",
        HelpName = "folder",
        Required = true,
    };

    private readonly Option<string> _template = new("--template")
    {
        Description = $"How the files are named; a / makes sub-folders. Placeholders: {NameTemplate.Placeholders}.",
        HelpName = "text",
        DefaultValueFactory = _ => NameTemplate.Default,
    };

    private readonly Option<int> _jobs = new("--jobs")
    {
        Description = $"How many files are fetched at once, 1 to {MostJobs}.",
        HelpName = "number",
        DefaultValueFactory = _ => 4,
    };

    private readonly Option<bool> _overwrite = new("--overwrite")
    {
        Description = "Fetch what is there already again, and replace it. Otherwise it is skipped.",
    };

    private readonly ToolConsole _console;

    public DownloadCommand(ToolConsole console)
        : base(
            "download",
            "Fetches the files of finished videos. What was interrupted goes on where it was when the same command is run again. "
            + "Ends with 1 if a file did not come, or a video that was asked for by its id has none.")
    {
        _console = console;
        _ids.AddTo(this);
        Add(_to);
        Add(_template);
        Add(_jobs);
        Add(_overwrite);
        _filter.AddTo(this);
        _connection.AddTo(this);
        _output.AddTo(this);
        _jobs.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > MostJobs)
                result.AddError($"'{result.Tokens[0].Value}' is no number of files for --jobs. It takes 1 to {MostJobs}.");
        });
        SetAction(RunAsync);
    }

    public override string[] Examples =>
    [
        "aurora download --to videos",
        "aurora download --to videos --since 7d --template '{date}/{name}-{shortid}.{ext}'",
        "aurora download 0f8fad5b-d9cb-469f-a165-70867728950e --to . --template '{id}.{ext}'",
        "aurora download --to videos --output ndjson | jq -r 'select(.state == \"failed\") | .id'",
    ];

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var template = NameTemplate.Parse(parsed.GetValue(_template)!);
        var folder = new TargetFolder(parsed.GetValue(_to)!);
        var query = new VideoQuery(_ids.Read(parsed, _console), Ordering: default, _filter.Read(parsed, _console));
        await using var connection = await _connection.OpenAsync(parsed, _console);
        var videos = await query.ListAsync(connection.Client, cancellationToken);
        var plan = DownloadPlan.Of(videos, areNamed: query.Ids is not null, template);
        folder.Make();

        var isStreamed = _output.Form(parsed) == OutputForm.Ndjson;
        var run = new DownloadRun(_console, folder, parsed.GetValue(_jobs), parsed.GetValue(_overwrite))
        {
            OnResult = result =>
            {
                if (isStreamed)
                    WriteLine(result);
            },
            // Lines on the same screen would tear the bars apart.
            Bars = (_console.IsErrorTerminal && !(isStreamed && _console.IsTerminal), _output.HasColor(parsed, _console)),
        };
        await FetchAsync(run, plan, cancellationToken);
        if (!isStreamed)
            Show(parsed, run);
        return Conclude(run, plan, query);
    }

    private async Task FetchAsync(DownloadRun run, DownloadPlan plan, CancellationToken cancellationToken)
    {
        try
        {
            await run.RunAsync(plan, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            _console.Say($"{run.Tally.Summary}; run the same command again to go on.");
            throw;
        }
    }

    private void WriteLine(DownloadResult result)
    {
        _console.Output.WriteLine(DownloadOutput.Line(result));
        _console.Output.Flush();
    }

    private void Show(ParseResult parsed, DownloadRun run) => _output.Write(
        parsed,
        _console,
        json: output => DownloadOutput.WriteJson(run.Results, output),
        lines: output => DownloadOutput.WriteLines(run.Results, output),
        table: (output, hasColor) => DownloadOutput.WriteTable(run.Results, output, _console.Width, hasColor));

    private int Conclude(DownloadRun run, DownloadPlan plan, VideoQuery query)
    {
        if (plan.PassedOver > 0)
            _console.Say($"{plan.PassedOver} {(plan.PassedOver == 1 ? "video has no file and was" : "videos have no file and were")} passed over.");
        _console.Say(run.Tally.Summary);
        return MissingIds.Say(query.Ids, query.Missing, _console) | run.Tally.HasFailures ? ExitCode.Failed : ExitCode.Done;
    }
}
