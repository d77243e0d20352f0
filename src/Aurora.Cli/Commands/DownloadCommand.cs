namespace Aurora.Cli.Commands;

/// <summary><c>aurora download</c>: downloads finished videos.</summary>
internal sealed class DownloadCommand : ToolCommand
{
    private const int MaxJobs = 16;

    private readonly IdsOptions _ids = IdsOptions.AsArguments("The ids of the videos to download. Defaults to all finished videos.");
    private readonly FilterOptions _filter = new(hasStatus: false);
    private readonly ConnectionOptions _connection = new();
    private readonly OutputOptions _output = new(OutputFormat.Table, OutputFormat.Json, OutputFormat.Ndjson);

    private readonly Option<string> _to = new("--to")
    {
        Description = "Download to this folder. It is created if it does not exist.",
        HelpName = "folder",
        Required = true,
    };

    private readonly Option<string> _template = new("--template")
    {
        Description = $"Set the file names. A / creates subfolders. Placeholders: {NameTemplate.Placeholders}.",
        HelpName = "template",
        DefaultValueFactory = _ => NameTemplate.Default,
    };

    private readonly Option<int> _jobs = new("--jobs")
    {
        Description = $"Set the number of parallel downloads, from 1 to {MaxJobs}.",
        HelpName = "number",
        DefaultValueFactory = _ => 4,
        CustomParser = result => Numbers.Parse(result, 1, MaxJobs),
    };

    private readonly Option<bool> _overwrite = new("--overwrite")
    {
        Description = "Replace existing files. By default, they are skipped, or fail if they belong to another video.",
    };

    public DownloadCommand(ToolConsole console)
        : base(
            console,
            "download",
            "Download finished videos.",
            "Interrupted downloads resume when you run the command again. The output contains a result for each video. ndjson writes each "
            + "result as soon as it is available. Exits with 1 if a download failed, or if a video that you specified by id is not finished "
            + "or was not found.",
            "aurora download --to videos",
            "aurora download --to videos --since 7d --template '{date}/{name}-{shortid}.{ext}'",
            "aurora download 0f8fad5b-d9cb-469f-a165-70867728950e --to . --template '{id}.{ext}'",
            "aurora download --to videos --output ndjson | jq -r 'select(.state == \"failed\") | .id'")
    {
        _ids.AddTo(this);
        Add(_to);
        Add(_template);
        Add(_jobs);
        Add(_overwrite);
        _filter.AddTo(this);
        _connection.AddTo(this);
        _output.AddTo(this);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var template = NameTemplate.Parse(parsed.GetValue(_template)!);
        var folder = new TargetFolder(parsed.GetValue(_to)!);
        var query = new VideoQuery(await _ids.ReadAsync(parsed, Console, cancellationToken), Ordering: default, _filter.Read(parsed, Console));
        await using var connection = await _connection.OpenAsync(parsed, Console);
        var videos = await query.ListAsync(connection.Client, cancellationToken);
        var plan = DownloadPlan.Create(videos, isRequestedById: query.Ids is not null, template);
        folder.Create();

        var isStreamed = _output.Format(parsed) == OutputFormat.Ndjson;
        var download = new FileDownload(connection.Client, folder, template.IdentifiesVideos, parsed.GetValue(_overwrite));
        var run = new DownloadRun(Console, download, parsed.GetValue(_jobs))
        {
            OnResult = isStreamed ? WriteLine : _ => { },
            // Result lines would break the bars if both are on the same terminal.
            Bars = (Console.IsErrorTerminal && !(isStreamed && Console.IsTerminal), _output.HasColor(parsed, Console)),
        };
        await DownloadAsync(run, plan, cancellationToken);
        if (!isStreamed)
            Show(parsed, run);
        return Conclude(run, plan, query);
    }

    private async Task DownloadAsync(DownloadRun run, DownloadPlan plan, CancellationToken cancellationToken)
    {
        try
        {
            await run.RunAsync(plan, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            Console.WriteMessage($"{run.Summary}. Run the command again to resume.");
            throw;
        }
    }

    private void WriteLine(DownloadResult result)
    {
        Console.Output.WriteLine(DownloadOutput.Line(result));
        Console.Output.Flush();
    }

    private void Show(ParseResult parsed, DownloadRun run) => _output.Write(
        parsed,
        Console,
        json: output => DownloadOutput.WriteJson(run.Results, output),
        tsv: output => DownloadOutput.WriteTsv(run.Results, output),
        table: (output, hasColor) => DownloadOutput.WriteTable(run.Results, output, Console.Width, hasColor));

    private int Conclude(DownloadRun run, DownloadPlan plan, VideoQuery query)
    {
        if (plan.IgnoredCount > 0)
            Console.WriteMessage($"{plan.IgnoredCount} {(plan.IgnoredCount == 1 ? "video has" : "videos have")} no file to download.");
        Console.WriteMessage(run.Summary);
        return VideoQuery.ReportMissing(query.Ids, query.Missing, Console) | run.HasFailures ? ExitCode.Failed : ExitCode.Success;
    }
}
