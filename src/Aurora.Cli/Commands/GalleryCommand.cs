namespace Aurora.Cli.Commands;

/// <summary><c>aurora gallery</c>: creates an HTML page that shows the videos.</summary>
internal sealed class GalleryCommand : ToolCommand
{
    private readonly IdsOptions _ids = IdsOptions.AsOption();
    private readonly FilterOptions _filter = new();
    private readonly ConnectionOptions _connection = new();
    private readonly OutputOptions _output = new(
        "Set how to report the file and the number of videos. Defaults to table, which is one line.", OutputFormat.Table, OutputFormat.Json);

    private readonly Option<string> _out = new("--out")
    {
        Description = "Write the page to this file. An existing file is replaced when the page is complete. Use - for standard output.",
        HelpName = "file",
        Required = true,
    };

    public GalleryCommand(ToolConsole console)
        : base(
            console,
            "gallery",
            "Create an HTML page that shows your videos.",
            "The page has previews, players, a search, filters and charts. It requires no server, and loads only media from the network.",
            "aurora gallery --out gallery.html",
            "aurora gallery --out done.html --status done --since 30d",
            "aurora gallery --out - | ssh web 'cat > videos.html'")
    {
        Add(_out);
        _ids.AddTo(this);
        _filter.AddTo(this);
        _connection.AddTo(this);
        _output.AddTo(this);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var path = parsed.GetValue(_out)!;
        var isOutput = path == "-";
        if (isOutput && _output.Format(parsed) == OutputFormat.Json)
            throw new UsageException("--out - writes the page to standard output, so it cannot be used with --output json.");

        var query = new VideoQuery(await _ids.ReadAsync(parsed, Console, cancellationToken), Ordering: default, _filter.Read(parsed, Console));
        await using var connection = await _connection.OpenAsync(parsed, Console);
        var isDemo = _connection.IsDemo(parsed);
        if (isOutput)
        {
            Console.WriteMessage(Counted(await WriteAsync(query, connection, isDemo, Console.Output, cancellationToken)));
        }
        else
        {
            await using var file = new AtomicFile(path);
            var writer = new StreamWriter(file.Stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
            var count = await WriteAsync(query, connection, isDemo, writer, cancellationToken);
            await file.CompleteAsync();
            Report(parsed, path, count);
        }

        return VideoQuery.ReportMissing(query.Ids, query.Missing, Console) ? ExitCode.Failed : ExitCode.Success;
    }

    private async Task<int> WriteAsync(
        VideoQuery query, Connection connection, bool isDemo, TextWriter output, CancellationToken cancellationToken)
    {
        var videos = query.StreamAsync(connection.Client, cancellationToken);
        // The server of the demo ends with the command.
        if (isDemo)
            videos = EmbeddedMedia.EmbedAsync(videos, cancellationToken);
        var count = await GalleryPage.WriteAsync(videos, connection.Address, Console.Clock.GetUtcNow(), isDemo, output, cancellationToken);
        await output.FlushAsync(cancellationToken);
        return count;
    }

    private void Report(ParseResult parsed, string path, int count) => _output.Write(
        parsed,
        Console,
        json: output => output.WriteLine(JsonText.Of(new JsonObject { ["file"] = Path.GetFullPath(path), ["videos"] = count }, isIndented: true)),
        tsv: output => output.WriteLine(path),
        table: (output, _) => output.WriteLine($"{path}: {Counted(count)}"));

    private static string Counted(int count) => $"{count} {(count == 1 ? "video" : "videos")}";
}
