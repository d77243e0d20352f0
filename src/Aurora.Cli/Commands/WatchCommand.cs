namespace Aurora.Cli.Commands;

/// <summary><c>aurora watch [IDS]</c>: watches videos until they are final.</summary>
internal sealed class WatchCommand : ToolCommand
{
    private static readonly TimeSpan MinInterval = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan MaxInterval = TimeSpan.FromHours(1);
    private static readonly TimeSpan DemoInterval = TimeSpan.FromMilliseconds(500);

    private readonly IdsOptions _ids = IdsOptions.AsArguments("The ids of the videos to watch. Defaults to all unfinished videos.");

    private readonly Option<TimeSpan?> _interval = new("--interval")
    {
        Description = "Set the time between requests, such as 2s or 1m. Defaults to 5 seconds, or up to 30 seconds while nothing changes.",
        HelpName = "duration",
        CustomParser = result => Durations.Parse(result, MinInterval, MaxInterval),
    };

    private readonly ConnectionOptions _connection = new() { AnimatesDemo = true };
    private readonly OutputOptions _output = new(OutputFormat.Table, OutputFormat.Json, OutputFormat.Ndjson);

    public WatchCommand(ToolConsole console)
        : base(
            console,
            "watch",
            "Watch videos until they are done, failed or rejected.",
            "In a terminal, a table shows the progress. ELAPSED is the time since the command started. In a pipe or a file, each change is a "
            + "line with the time, id, status, percentage and name, separated by tabs.\n\n"
            + "With --output ndjson, each change is an object with at, id, previous (the previous status or null), status, progress and video. "
            + "With --output json, one document at the end has done, failed, rejected, not_found and videos.\n\n"
            + "Exits with 1 if a video failed, was rejected or was not found.",
            "aurora watch --demo",
            "aurora watch 0f8fad5b-d9cb-469f-a165-70867728950e && echo done",
            "aurora watch --ids-file ids.txt --interval 10s",
            "aurora watch --output ndjson | jq -r 'select(.status == \"done\") | .video.video_output'")
    {
        _ids.AddTo(this);
        Add(_interval);
        _connection.AddTo(this);
        _output.AddTo(this);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var requested = await _ids.ReadAsync(parsed, Console, cancellationToken);
        await using var connection = await _connection.OpenAsync(parsed, Console);
        var ids = requested ?? await UnfinishedAsync(connection.Client, cancellationToken);
        if (ids.Count == 0)
            Console.WriteMessage("There are no unfinished videos to watch.");

        var videos = new WatchedVideos(ids, Console.Clock);
        var options = WatchOptions(parsed);
        options.OnMissing = missing =>
        {
            videos.MarkMissing(missing);
            VideoQuery.ReportMissing(ids, missing, Console);
        };
        try
        {
            var changes = ids.Count == 0 ? AsyncEnumerable.Empty<AuroraChange>() : connection.Client.WatchAsync(ids, options, cancellationToken);
            await ShowAsync(changes, videos, parsed, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Conclude(videos);
            Console.WriteMessage($"aurora: The command was interrupted with {videos.Unfinished} of {videos.All.Count} videos unfinished.");
            return ExitCode.Interrupted;
        }
        catch (AuroraApiException)
        {
            Conclude(videos);
            throw;
        }

        Conclude(videos);
        return videos.AreAllDone ? ExitCode.Success : ExitCode.Failed;
    }

    private static async Task<IReadOnlyList<Guid>> UnfinishedAsync(AuroraClient client, CancellationToken cancellationToken) =>
        await client.StreamAsync(cancellationToken: cancellationToken).Where(video => !video.Status.IsFinal).Select(video => video.Id).ToListAsync(cancellationToken);

    // An explicit interval also applies while nothing changes.
    private AuroraWatchOptions WatchOptions(ParseResult parsed) =>
        (parsed.GetValue(_interval) ?? (_connection.IsDemo(parsed) ? DemoInterval : null)) is { } interval
            ? new AuroraWatchOptions { Interval = interval, MaxInterval = interval }
            : new AuroraWatchOptions();

    private async Task ShowAsync(
        IAsyncEnumerable<AuroraChange> changes, WatchedVideos videos, ParseResult parsed, CancellationToken cancellationToken)
    {
        var (format, hasColor) = (_output.Format(parsed), _output.HasColor(parsed, Console));
        if (format == OutputFormat.Table && Console.CanRedraw)
        {
            await ShowLiveAsync(changes, videos, parsed, cancellationToken);
            return;
        }

        await foreach (var change in changes)
        {
            videos.Update(change);
            if (format == OutputFormat.Json)
                continue;
            var at = Console.Clock.GetUtcNow();
            await Console.Output.WriteLineAsync(format == OutputFormat.Ndjson ? WatchJson.Line(change, at) : WatchTsv.Line(change, at, hasColor));
            await Console.Output.FlushAsync(CancellationToken.None);
        }

        if (format == OutputFormat.Json)
            WatchJson.Write(videos, Console.Output);
        await Console.Output.FlushAsync(CancellationToken.None);
    }

    private async Task ShowLiveAsync(
        IAsyncEnumerable<AuroraChange> changes, WatchedVideos videos, ParseResult parsed, CancellationToken cancellationToken)
    {
        if (videos.All.Count == 0)
            return;
        var hasColor = _output.HasColor(parsed, Console);
        var table = new WatchTable(videos, hasColor);
        using var messages = Console.BufferMessages();
        try
        {
            await using var enumerator = new TimedEnumerator<AuroraChange>(changes, cancellationToken);
            await new LiveView(Console, hasColor).ShowAsync(enumerator, videos.Update, table.Draw);
        }
        finally
        {
            table.Write(Console.Output, Console.Width);
            await Console.Output.FlushAsync(CancellationToken.None);
        }
    }

    private void Conclude(WatchedVideos videos)
    {
        if (videos.Summary.Length > 0)
            Console.WriteMessage(videos.Summary);
        foreach (var reason in videos.FailureReasons)
            Console.WriteMessage(reason);
    }
}
