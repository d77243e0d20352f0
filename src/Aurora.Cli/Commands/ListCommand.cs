namespace Aurora.Cli.Commands;

/// <summary><c>aurora list</c>: lists the whole account, or the videos with the specified ids.</summary>
internal sealed class ListCommand : ToolCommand
{
    private const char ByteOrderMark = '\uFEFF';

    private readonly IdsOptions _ids = IdsOptions.AsOption();
    private readonly FilterOptions _filter = new();

    private readonly Option<string> _ordering = new("--ordering")
    {
        Description = "Sort by these API fields, separated by commas, such as status,-created_at. A minus sign means descending.",
        HelpName = "fields",
    };

    private readonly Option<bool> _bom = new("--bom")
    {
        Description = "Start the CSV with a byte order mark, which Excel requires for names in other languages than English.",
    };

    private readonly ConnectionOptions _connection = new();
    private readonly OutputOptions _output = new(OutputFormat.Table, OutputFormat.Json, OutputFormat.Ndjson, OutputFormat.Csv);

    public ListCommand(ToolConsole console)
        : base(
            console,
            "list",
            "List the videos in your account.",
            "In a pipe or a file, the table contains full ids, and the name is in the last column. The other formats contain all properties "
            + "of the API. ndjson and csv write each video as it arrives. Exits with 1 if an id was not found.",
            "aurora list --status failed,rejected --since 7d",
            "aurora list --name 'spring*' --ordering -created_at",
            "aurora list --output ndjson | jq -r 'select(.credits_used > 20) | .id'",
            "aurora list --ids-file ids.txt --output csv > videos.csv")
    {
        _ids.AddTo(this);
        _filter.AddTo(this);
        Add(_ordering);
        _connection.AddTo(this);
        _output.AddTo(this);
        Add(_bom);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(_bom) && _output.Format(parsed) != OutputFormat.Csv)
            throw new UsageException("--bom requires --output csv.");
        WarnOfUnknownFields(parsed.GetValue(_ordering));
        var query = new VideoQuery(await _ids.ReadAsync(parsed, Console, cancellationToken), Ordering(parsed.GetValue(_ordering)), _filter.Read(parsed, Console));
        await using var connection = await _connection.OpenAsync(parsed, Console);
        var videos = new VideoTally();
        switch (_output.Format(parsed))
        {
            case OutputFormat.Ndjson:
                await WriteNdjsonAsync(query.StreamAsync(connection.Client, cancellationToken), videos);
                break;
            case OutputFormat.Csv:
                if (parsed.GetValue(_bom))
                    await Console.Output.WriteAsync(ByteOrderMark);
                await WriteCsvAsync(query.StreamAsync(connection.Client, cancellationToken), videos);
                break;
            default:
                Show(parsed, await query.ListAsync(connection.Client, cancellationToken), videos);
                break;
        }

        await Console.Output.FlushAsync(CancellationToken.None);
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

    // The API ignores a field that it does not know.
    private void WarnOfUnknownFields(string? ordering)
    {
        foreach (var field in (ordering ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(field => field.TrimStart('-')))
        {
            if (!VideoProperties.Names.Contains(field))
                Console.WriteMessage($"aurora: '{field}' is not a property in the document, so the API may ignore it. The properties are: {string.Join(", ", VideoProperties.Names)}.");
        }
    }

    private async Task WriteNdjsonAsync(IAsyncEnumerable<AuroraFlow> stream, VideoTally videos)
    {
        await foreach (var video in stream)
        {
            videos.Add(video);
            await Console.Output.WriteLineAsync(VideoJson.Line(video));
        }
    }

    private async Task WriteCsvAsync(IAsyncEnumerable<AuroraFlow> stream, VideoTally videos)
    {
        using var csv = new VideoCsv(Console.Output);
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
            Console,
            json: output => VideoJson.Write(list, output),
            tsv: output => VideoTsv.Write(list, output, _output.HasColor(parsed, Console)),
            table: (output, hasColor) =>
            {
                if (list.Count > 0)
                    new VideoTable(Console.Width, hasColor).Write(list, output);
            });
    }

    private int Conclude(VideoQuery query, VideoTally videos)
    {
        if (Console.IsTerminal && videos.Total > 0)
            Console.WriteMessage(videos.Summary);
        if (videos.Total == 0 && query.Ids is null)
            Console.WriteMessage(query.Filter.IsEmpty ? "The account has no videos." : "No videos match the filters.");
        return VideoQuery.ReportMissing(query.Ids, query.Missing, Console) ? ExitCode.Failed : ExitCode.Success;
    }
}
