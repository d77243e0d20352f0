namespace Aurora.Cli.Commands;

/// <summary><c>aurora get ID</c>: shows all properties of a video.</summary>
internal sealed class GetCommand : ToolCommand
{
    private readonly Argument<string> _id = new("id") { Description = "The id of the video." };

    private readonly ConnectionOptions _connection = new();
    private readonly OutputOptions _output = new(OutputFormat.Table, OutputFormat.Json);

    public GetCommand(ToolConsole console)
        : base(
            console,
            "get",
            "Show all properties of a video.",
            "In a pipe or a file, each line contains the name and the value of a property, separated by a tab. The json format has the names "
            + "and values of the API. Exits with 1 if the video was not found.",
            "aurora get 0f8fad5b-d9cb-469f-a165-70867728950e",
            "aurora get 0f8fad5b-d9cb-469f-a165-70867728950e --output json | jq -r .video_output")
    {
        Add(_id);
        _connection.AddTo(this);
        _output.AddTo(this);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var ids = IdList.Parse(IdList.FromArguments([parsed.GetValue(_id)!], "argument"));
        if (ids.Count > 1)
            throw new UsageException($"'aurora get' accepts one id, but {ids.Count} were specified. For several videos, use 'aurora list --ids'.");

        await using var connection = await _connection.OpenAsync(parsed, Console);
        if (await connection.Client.FindAsync(ids[0], cancellationToken) is not { } video)
        {
            Console.WriteMessage($"aurora: Video {ids[0]} was not found.");
            return ExitCode.Failed;
        }

        _output.Write(
            parsed,
            Console,
            json: output => VideoJson.Write(video, output),
            tsv: output => VideoDetails.WriteTsv(video, output),
            table: (output, hasColor) => VideoDetails.Write(video, output, Console.Width, hasColor));
        return ExitCode.Success;
    }
}
