namespace Aurora.Cli.Commands;

/// <summary><c>aurora mock</c>: runs the fake API as a server until Ctrl+C.</summary>
internal sealed class MockCommand : ToolCommand
{
    private const int MaxVideos = 100_000;

    private static readonly TimeSpan MinStep = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan MaxStep = TimeSpan.FromHours(1);

    private readonly Option<int> _port = new("--port")
    {
        Description = "Listen on this port. Defaults to a free port.",
        HelpName = "number",
        CustomParser = result => Numbers.Parse(result, IPEndPoint.MinPort, IPEndPoint.MaxPort),
    };

    private readonly Option<IPAddress> _host = new("--host")
    {
        Description = "Listen on this IP address. An address that other machines can reach requires --allow-remote.",
        HelpName = "address",
        DefaultValueFactory = _ => IPAddress.Loopback,
        CustomParser = result =>
        {
            if (IPAddress.TryParse(result.Tokens[0].Value, out var address))
                return address;
            result.AddError($"'{result.Tokens[0].Value}' is not valid for --host. Specify an IP address, such as 127.0.0.1 or ::1.");
            return null;
        },
    };

    private readonly Option<bool> _allowRemote = new("--allow-remote")
    {
        Description = "Allow connections from other machines. Requests and keys are not encrypted.",
    };

    private readonly Option<int> _videos = new("--videos")
    {
        Description = $"Set the number of videos in the account, from 0 to {MaxVideos}.",
        HelpName = "number",
        DefaultValueFactory = _ => 24,
        CustomParser = result => Numbers.Parse(result, 0, MaxVideos),
    };

    private readonly Option<int> _seed = new("--seed")
    {
        Description = "Set the seed for the videos and the faults. The same seed produces the same data on every machine.",
        HelpName = "number",
        DefaultValueFactory = _ => 1,
        CustomParser = result => Numbers.Parse(result, int.MinValue, int.MaxValue),
    };

    private readonly Option<double> _faults = new("--faults")
    {
        Description = "Set the proportion of requests that fail, from 0 to 1. A failure is status 429, 500, 502 or 503, a delay, "
            + "or a broken connection.",
        HelpName = "rate",
        CustomParser = result => Numbers.Parse(result, 0.0, 1.0),
    };

    private readonly Option<TimeSpan?> _progress = new("--progress")
    {
        Description = "Advance all videos by one step at this interval, such as 500ms or 2s. By default, they do not change.",
        HelpName = "duration",
        CustomParser = result => Durations.Parse(result, MinStep, MaxStep),
    };

    private readonly Option<string?> _document = new("--document")
    {
        Description = "Serve the operations of this OpenAPI document, in YAML or JSON. By default, the server uses the one of the tool.",
        HelpName = "file",
    };

    private readonly OutputOptions _output = new(OutputFormat.Table, OutputFormat.Ndjson);

    public MockCommand(ToolConsole console)
        : base(
            console,
            "mock",
            "Run a fake API server on this machine.",
            "Serves sample videos to clients in any language until you press Ctrl+C, and prints each request. Clients must send the keys in "
            + $"{ApiKeys.IdVariable} and {ApiKeys.KeyVariable}. If neither is set, the server accepts demo keys and prints them.\n\n"
            + "The first line of the output is the address of the server, followed by commands to try. Each request is a line with the time, "
            + "method, path, status, fault or 'unexpected', and duration in milliseconds.\n\n"
            + "With --output ndjson, the first object has event (started), address, api_id and api_key. The others have event (request), at, "
            + "method, target, status, fault, unexpected and ms.",
            "aurora mock --port 8080",
            "aurora mock --videos 10000 --seed 7 --faults 0.1",
            "aurora mock --document openapi.yaml --videos 0",
            "aurora mock --progress 2s --output ndjson | jq -r 'select(.unexpected) | .target'")
    {
        foreach (var option in new Option[] { _port, _host, _allowRemote, _videos, _seed, _faults, _progress, _document })
            Add(option);
        _output.AddTo(this);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var isJson = _output.Format(parsed) == OutputFormat.Ndjson;
        var settings = await SettingsAsync(parsed, cancellationToken);
        var log = new MockLog(Console, isJson, _output.HasColor(parsed, Console));
        await using (var mock = await Console.FakeApi.StartMockAsync(settings, Console.Clock, log.Write))
        {
            log.Start(isJson ? [MockNotice.Json(mock, settings.Keys.IsEmpty)] : MockNotice.Lines(mock, settings.Keys.IsEmpty));
            await log.ReaderLeft.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        Console.WriteMessage($"{log.Count} {(log.Count == 1 ? "request" : "requests")}");
        return ExitCode.Success;
    }

    private async Task<MockSettings> SettingsAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var keys = ApiKeys.From(Console.Variable);
        if (!keys.IsEmpty && keys.Missing.Any())
            throw new UsageException($"{keys.Missing.Single()} is not set. Set both keys, or neither to use the demo keys.");
        return new MockSettings(
            parsed.GetValue(_host)!,
            parsed.GetValue(_allowRemote),
            parsed.GetValue(_port),
            parsed.GetValue(_videos),
            parsed.GetValue(_seed),
            parsed.GetValue(_faults),
            parsed.GetValue(_progress),
            parsed.GetValue(_document) is { } file ? await InputFile.ReadAsync(file, "--document", console: null, cancellationToken) : null,
            keys);
    }
}
