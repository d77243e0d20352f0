using System.CommandLine;
using Aurora.Cli.Terminals;
using Aurora.Cli.Videos;
using Aurora.Client;

namespace Aurora.Cli.Commands;

/// <summary><c>aurora list</c>: the whole account, or the videos with the given ids.</summary>
internal sealed class ListCommand : ToolCommand
{
    private readonly IdsOptions _ids = IdsOptions.AsOption();
    private readonly FilterOptions _filter = new();

    private readonly Option<string> _ordering = new("--ordering")
    {
        Description = "In which order: fields of the API separated by commas, with a minus for descending: status,-created_at. "
            + "Otherwise as the API does.",
        HelpName = "fields",
    };

    private readonly ConnectionOptions _connection = new();
    private readonly OutputOptions _output = new(
        "As a table (the default), as the JSON of the API, as one JSON object a line, or as CSV; ndjson and csv write each video as it comes. "
        + "In a pipe or a file, the table is plain lines with tabs, full ids and the name last.",
        OutputForm.Table,
        OutputForm.Json,
        OutputForm.Ndjson,
        OutputForm.Csv);

    private readonly ToolConsole _console;

    public ListCommand(ToolConsole console)
        : base("list", "Lists the videos of the account.")
    {
        _console = console;
        _ids.AddTo(this);
        _filter.AddTo(this);
        Add(_ordering);
        _connection.AddTo(this);
        _output.AddTo(this);
        SetAction(RunAsync);
    }

    public override string[] Examples =>
    [
        "aurora list --status failed,rejected --since 7d",
        "aurora list --name 'spring*' --ordering -created_at",
        "aurora list --output ndjson | jq -r 'select(.credits_used > 20) | .id'",
        "aurora list --ids-file ids.txt --output csv > videos.csv",
    ];

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var query = new VideoQuery(_ids.Read(parsed, _console), Ordering(parsed.GetValue(_ordering)), _filter.Read(parsed, _console));
        await using var connection = await _connection.OpenAsync(parsed, _console);
        var videos = new VideoTally();
        switch (_output.Form(parsed))
        {
            case OutputForm.Ndjson:
                await WriteNdjsonAsync(query.StreamAsync(connection.Client, cancellationToken), videos);
                break;
            case OutputForm.Csv:
                await WriteCsvAsync(query.StreamAsync(connection.Client, cancellationToken), videos);
                break;
            default:
                Show(parsed, await query.ListAsync(connection.Client, cancellationToken), videos);
                break;
        }

        await _console.Output.FlushAsync(CancellationToken.None);
        return Conclude(query, videos);
    }

    private static AuroraOrdering Ordering(string? text)
    {
        try
        {
            return text is null ? default : AuroraOrdering.By(text);
        }
        catch (ArgumentException exception)
        {
            throw UsageException.From(exception);
        }
    }

    private async Task WriteNdjsonAsync(IAsyncEnumerable<AuroraFlow> stream, VideoTally videos)
    {
        await foreach (var video in stream)
        {
            videos.Add(video);
            await _console.Output.WriteLineAsync(VideoJson.Line(video));
        }
    }

    private async Task WriteCsvAsync(IAsyncEnumerable<AuroraFlow> stream, VideoTally videos)
    {
        using var csv = new VideoCsv(_console.Output);
        await foreach (var video in stream)
        {
            videos.Add(video);
            csv.Write(video);
        }
    }

    private void Show(ParseResult parsed, IReadOnlyList<AuroraFlow> list, VideoTally videos)
    {
        foreach (var video in list)
            videos.Add(video);
        _output.Write(
            parsed,
            _console,
            json: output => VideoJson.Write(list, output),
            lines: output => VideoLines.Write(list, output),
            table: (output, hasColor) =>
            {
                if (list.Count > 0)
                    new VideoTable(_console.Width, hasColor).Write(list, output);
            });
    }

    private int Conclude(VideoQuery query, VideoTally videos)
    {
        if (_console.IsTerminal && videos.Total > 0)
            _console.Say(videos.Summary);
        if (videos.Total == 0 && query.Ids is null)
            _console.Say(query.Filter.IsNone ? "The account has no videos yet." : "No video of the account fits.");
        return MissingIds.Say(query.Ids, query.Missing, _console) ? ExitCode.Failed : ExitCode.Done;
    }
}
