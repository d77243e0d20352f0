using System.CommandLine;
using Aurora.Cli.Terminals;
using Aurora.Cli.Videos;
using Aurora.Cli.Watches;
using Aurora.Client;

namespace Aurora.Cli.Commands;

/// <summary><c>aurora watch [IDS]</c>: videos until they have ended.</summary>
internal sealed class WatchCommand : ToolCommand
{
    private static readonly TimeSpan LeastInterval = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan MostInterval = TimeSpan.FromHours(1);
    private static readonly TimeSpan DemoInterval = TimeSpan.FromMilliseconds(500);

    private readonly IdsOptions _ids = IdsOptions.AsArguments();

    private readonly Option<TimeSpan?> _interval = new("--interval")
    {
        Description = "How often the API is asked: 2s, 1m. Otherwise every 5 seconds, and up to every 30 while nothing changes.",
        HelpName = "time",
        CustomParser = result => Durations.Parse(result, LeastInterval, MostInterval),
    };

    private readonly ConnectionOptions _connection = new() { HasMovingDemo = true };
    private readonly OutputOptions _output = new(
        "As a table that follows the videos (the default), as one JSON object for each change as it comes: at, id, previous (the status before, or null), "
        + "status, progress and video (as the API has it); or as one JSON document at the end: done, failed, rejected, not_found and videos. "
        + "In a pipe or a file, the table is a line for each change: time, id, status, percent and name, with tabs between.",
        OutputForm.Table,
        OutputForm.Json,
        OutputForm.Ndjson);

    private readonly ToolConsole _console;

    public WatchCommand(ToolConsole console)
        : base(
            "watch",
            "Watches videos until all of them have ended, and says what became of each. Without ids, those of the account that have not ended. "
            + "Ends with 1 if a video failed, was rejected, or is not there; the time elapsed is that of the watch.")
    {
        _console = console;
        _ids.AddTo(this);
        Add(_interval);
        _connection.AddTo(this);
        _output.AddTo(this);
        SetAction(RunAsync);
    }

    public override string[] Examples =>
    [
        "aurora watch --demo",
        "aurora watch 0f8fad5b-d9cb-469f-a165-70867728950e && echo done",
        "aurora watch --ids-file ids.txt --interval 10s",
        "aurora watch --output ndjson | jq -r 'select(.status == \"done\") | .video.video_output'",
    ];

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var asked = _ids.Read(parsed, _console);
        await using var connection = await _connection.OpenAsync(parsed, _console);
        var ids = asked ?? await UnfinishedAsync(connection.Client, cancellationToken);
        if (ids.Count == 0)
            _console.Say("There is nothing to watch: no video of the account is on its way.");

        var videos = new WatchedVideos(ids, _console.Clock);
        var watch = new Watch(connection.Client, ids, Pace(parsed))
        {
            OnMissing = missing =>
            {
                videos.Miss(missing);
                MissingIds.Say(ids, missing, _console);
            },
        };
        try
        {
            await ShowAsync(watch.ChangesAsync(cancellationToken), videos, parsed, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Conclude(videos);
            _console.Say($"aurora: interrupted; {videos.Unfinished} of {videos.All.Count} videos had not ended.");
            return ExitCode.Interrupted;
        }
        catch (AuroraApiException)
        {
            Conclude(videos);
            throw;
        }

        Conclude(videos);
        return videos.AreAllDone ? ExitCode.Done : ExitCode.Failed;
    }

    private static async Task<IReadOnlyList<Guid>> UnfinishedAsync(AuroraClient client, CancellationToken cancellationToken)
    {
        var ids = new List<Guid>();
        await foreach (var video in client.StreamAsync(cancellationToken: cancellationToken))
        {
            if (!video.Status.IsFinal)
                ids.Add(video.Id);
        }

        return ids;
    }

    // Who says how often means it, and not only after a change.
    private AuroraWatchOptions Pace(ParseResult parsed) =>
        (parsed.GetValue(_interval) ?? (_connection.IsDemo(parsed) ? DemoInterval : null)) is { } interval
            ? new AuroraWatchOptions { Interval = interval, MaxInterval = interval }
            : new AuroraWatchOptions();

    private async Task ShowAsync(IAsyncEnumerable<AuroraChange> changes, WatchedVideos videos, ParseResult parsed, CancellationToken cancellationToken)
    {
        var form = _output.Form(parsed);
        if (form == OutputForm.Table && _console.CanMove)
        {
            await FollowAsync(changes, videos, parsed, cancellationToken);
            return;
        }

        await foreach (var change in changes)
        {
            videos.Take(change);
            if (form == OutputForm.Json)
                continue;
            var at = _console.Clock.GetUtcNow();
            await _console.Output.WriteLineAsync(form == OutputForm.Ndjson ? WatchJson.Line(change, at) : WatchLine.Text(change, at));
            await _console.Output.FlushAsync(CancellationToken.None);
        }

        if (form == OutputForm.Json)
            WatchJson.Write(videos, _console.Output);
        await _console.Output.FlushAsync(CancellationToken.None);
    }

    private async Task FollowAsync(IAsyncEnumerable<AuroraChange> changes, WatchedVideos videos, ParseResult parsed, CancellationToken cancellationToken)
    {
        if (videos.All.Count == 0)
            return;
        var hasColor = _output.HasColor(parsed, _console);
        var table = new WatchTable(videos, hasColor);
        using var messages = _console.HoldMessages();
        try
        {
            await using var arrivals = new Arrivals<AuroraChange>(changes, cancellationToken);
            await new LiveDrawing(_console, hasColor).FollowAsync(arrivals, videos.Take, table.Draw);
        }
        finally
        {
            table.Write(_console.Output, _console.Width);
            await _console.Output.FlushAsync(CancellationToken.None);
        }
    }

    private void Conclude(WatchedVideos videos)
    {
        if (videos.Summary.Length > 0)
            _console.Say(videos.Summary);
        foreach (var reason in videos.Reasons)
            _console.Say(reason);
    }
}
