using System.CommandLine;
using Aurora.Cli.Ids;
using Aurora.Cli.Terminals;
using Aurora.Cli.Videos;

namespace Aurora.Cli.Commands;

/// <summary><c>aurora get ID</c>: everything about one video.</summary>
internal sealed class GetCommand : ToolCommand
{
    private readonly Argument<string> _id = new("id")
    {
        Description = "Which video, by its id.",
        HelpName = "ID",
    };

    private readonly ConnectionOptions _connection = new();
    private readonly OutputOptions _output = new(
        "For a person, or as the JSON of the API. In a pipe or a file, plain lines: the property, a tab, the value.", OutputForm.Table, OutputForm.Json);

    private readonly ToolConsole _console;

    public GetCommand(ToolConsole console)
        : base("get", "Shows everything about one video. Ends with 1 if there is none with this id.")
    {
        _console = console;
        Add(_id);
        _connection.AddTo(this);
        _output.AddTo(this);
        SetAction(RunAsync);
    }

    public override string[] Examples =>
    [
        "aurora get 0f8fad5b-d9cb-469f-a165-70867728950e",
        "aurora get 0f8fad5b-d9cb-469f-a165-70867728950e --output json | jq -r .video_output",
    ];

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var ids = IdList.Parse([IdText.OfArguments([parsed.GetValue(_id)!], "argument")]);
        if (ids.Count > 1)
            throw new UsageException($"'aurora get' shows one video, and there are {ids.Count} ids. 'aurora list --ids' takes several.");

        await using var connection = await _connection.OpenAsync(parsed, _console);
        if (await connection.Client.FindAsync(ids[0], cancellationToken) is not { } video)
        {
            _console.Say($"aurora: the account has no video {ids[0]}.");
            return ExitCode.Failed;
        }

        _output.Write(
            parsed,
            _console,
            json: output => VideoJson.Write(video, output),
            lines: output => VideoDetails.WriteLines(video, output),
            table: (output, hasColor) => VideoDetails.Write(video, output, _console.Width, hasColor));
        return ExitCode.Done;
    }
}
