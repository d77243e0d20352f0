using System.CommandLine;
using System.Text;
using System.Text.Json;
using Aurora.Cli.Connections;
using Aurora.Cli.Files;
using Aurora.Cli.Galleries;
using Aurora.Cli.Json;
using Aurora.Cli.Terminals;
using Aurora.Cli.Videos;

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

    private readonly ToolConsole _console;

    public GalleryCommand(ToolConsole console)
        : base(
            "gallery",
            "Create an HTML page that shows your videos.",
            "The page has previews, players, a search, filters and charts. It requires no server, and loads only media from the network.")
    {
        _console = console;
        Add(_out);
        _ids.AddTo(this);
        _filter.AddTo(this);
        _connection.AddTo(this);
        _output.AddTo(this);
        SetAction(RunAsync);
    }

    public override string[] Examples =>
    [
        "aurora gallery --out gallery.html",
        "aurora gallery --out done.html --status done --since 30d",
        "aurora gallery --out - | ssh web 'cat > videos.html'",
    ];

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var path = parsed.GetValue(_out)!;
        var isOutput = path == "-";
        if (isOutput && _output.Format(parsed) == OutputFormat.Json)
            throw new UsageException("--out - writes the page to standard output, so it cannot be used with --output json.");

        var query = new VideoQuery(await _ids.ReadAsync(parsed, _console, cancellationToken), Ordering: default, _filter.Read(parsed, _console));
        await using var connection = await _connection.OpenAsync(parsed, _console);
        var isDemo = _connection.IsDemo(parsed);
        if (isOutput)
        {
            _console.WriteMessage(Counted(await WriteAsync(query, connection, isDemo, _console.Output, cancellationToken)));
        }
        else
        {
            await using var file = new AtomicFile(path);
            var writer = new StreamWriter(file.Stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
            var count = await WriteAsync(query, connection, isDemo, writer, cancellationToken);
            await file.CompleteAsync();
            Report(parsed, path, count);
        }

        return MissingIds.Report(query.Ids, query.Missing, _console) ? ExitCode.Failed : ExitCode.Success;
    }

    private async Task<int> WriteAsync(
        VideoQuery query, Connection connection, bool isDemo, TextWriter output, CancellationToken cancellationToken)
    {
        var videos = query.StreamAsync(connection.Client, cancellationToken);
        // The server of the demo ends with the command.
        if (isDemo)
            videos = EmbeddedMedia.EmbedAsync(videos, cancellationToken);
        var count = await GalleryPage.WriteAsync(videos, connection.Address, _console.Clock.GetUtcNow(), isDemo, output, cancellationToken);
        await output.FlushAsync(cancellationToken);
        return count;
    }

    private void Report(ParseResult parsed, string path, int count) => _output.Write(
        parsed,
        _console,
        json: output => output.WriteLine(JsonText.Of(json => Write(json, path, count), isIndented: true)),
        tsv: output => output.WriteLine(path),
        table: (output, _) => output.WriteLine($"{path}: {Counted(count)}"));

    private static string Counted(int count) => $"{count} {(count == 1 ? "video" : "videos")}";

    private static void Write(Utf8JsonWriter json, string path, int count)
    {
        json.WriteStartObject();
        json.WriteString("file", Path.GetFullPath(path));
        json.WriteNumber("videos", count);
        json.WriteEndObject();
    }
}
