using System.CommandLine;
using System.Text;
using System.Text.Json;
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
        Description = "Where the page goes. One that is there is replaced.",
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
    ];

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var path = parsed.GetValue(_out)!;
        var query = new VideoQuery(_ids.Read(parsed, _console), Ordering: default, _filter.Read(parsed, _console));
        await using var connection = await _connection.OpenAsync(parsed, _console);
        await using var file = new UnfinishedFile(path);
        var writer = new StreamWriter(file.Stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        var count = await GalleryPage.WriteAsync(
            query.StreamAsync(connection.Client, cancellationToken), connection.Address, _console.Clock.GetUtcNow(), writer, cancellationToken);
        await writer.FlushAsync(cancellationToken);
        await file.CompleteAsync();

        _output.Write(
            parsed,
            _console,
            json: output => output.WriteLine(JsonText.Of(json => Write(json, path, count), isIndented: true)),
            lines: output => output.WriteLine(path),
            table: (output, _) => output.WriteLine($"{path}: {count} {(count == 1 ? "video" : "videos")}"));
        return MissingIds.Say(query.Ids, query.Missing, _console) ? ExitCode.Failed : ExitCode.Done;
    }

    private static void Write(Utf8JsonWriter json, string path, int count)
    {
        json.WriteStartObject();
        json.WriteString("file", Path.GetFullPath(path));
        json.WriteNumber("videos", count);
        json.WriteEndObject();
    }
}
