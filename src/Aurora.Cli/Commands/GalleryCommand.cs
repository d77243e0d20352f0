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

/// <summary><c>aurora gallery</c>: the videos as one page for a browser.</summary>
internal sealed class GalleryCommand : ToolCommand
{
    private readonly IdsOptions _ids = IdsOptions.AsOption();
    private readonly FilterOptions _filter = new();
    private readonly ConnectionOptions _connection = new();
    private readonly OutputOptions _output = new(
        "What to say of the page that was made: the file and how many videos are in it, as a line (the default) or as JSON.", OutputForm.Table, OutputForm.Json);

    private readonly Option<string> _out = new("--out")
    {
        Description = "Where the page goes. One that is there is replaced, once the new one is whole. - is standard output.",
        HelpName = "file",
        Required = true,
    };

    private readonly ToolConsole _console;

    public GalleryCommand(ToolConsole console)
        : base(
            "gallery",
            "Makes one page with the videos, to look at in a browser: previews, players, search and charts. It needs no server, and nothing but the media from the network.")
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
        if (isOutput && _output.Form(parsed) == OutputForm.Json)
            throw new UsageException("--out - writes the page to standard output, where there is no room for --output json.");

        var query = new VideoQuery(_ids.Read(parsed, _console), Ordering: default, _filter.Read(parsed, _console));
        await using var connection = await _connection.OpenAsync(parsed, _console);
        if (isOutput)
        {
            _console.Say(Counted(await WriteAsync(query, connection, _console.Output, cancellationToken)));
        }
        else
        {
            await using var file = new UnfinishedFile(path);
            var writer = new StreamWriter(file.Stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
            var count = await WriteAsync(query, connection, writer, cancellationToken);
            await file.CompleteAsync();
            Report(parsed, path, count);
        }

        return MissingIds.Say(query.Ids, query.Missing, _console) ? ExitCode.Failed : ExitCode.Done;
    }

    private async Task<int> WriteAsync(VideoQuery query, Connection connection, TextWriter output, CancellationToken cancellationToken)
    {
        var videos = query.StreamAsync(connection.Client, cancellationToken);
        var count = await GalleryPage.WriteAsync(videos, connection.Address, _console.Clock.GetUtcNow(), output, cancellationToken);
        await output.FlushAsync(cancellationToken);
        return count;
    }

    private void Report(ParseResult parsed, string path, int count) => _output.Write(
        parsed,
        _console,
        json: output => output.WriteLine(JsonText.Of(json => Write(json, path, count), isIndented: true)),
        lines: output => output.WriteLine(path),
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
