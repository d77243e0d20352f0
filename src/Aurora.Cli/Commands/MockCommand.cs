using System.CommandLine;
using System.Net;
using Aurora.Cli.Connections;
using Aurora.Cli.Fakes;
using Aurora.Cli.Mocks;
using Aurora.Cli.Terminals;

namespace Aurora.Cli.Commands;

/// <summary><c>aurora mock</c>: the fake API as a server, until Ctrl+C.</summary>
internal sealed class MockCommand : ToolCommand
{
    private const int MostVideos = 100_000;

    private static readonly TimeSpan LeastStep = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan MostStep = TimeSpan.FromHours(1);

    private readonly Option<int> _port = new("--port")
    {
        Description = "The port to listen on; any free one otherwise.",
        HelpName = "number",
        CustomParser = result => Numbers.Parse(result, IPEndPoint.MinPort, IPEndPoint.MaxPort),
    };

    private readonly Option<IPAddress> _host = new("--host")
    {
        Description = "The address to listen on, 127.0.0.1 otherwise. One that other machines reach takes --allow-remote.",
        HelpName = "address",
        DefaultValueFactory = _ => IPAddress.Loopback,
        CustomParser = result =>
        {
            if (IPAddress.TryParse(result.Tokens[0].Value, out var address))
                return address;
            result.AddError($"'{result.Tokens[0].Value}' is no address for --host. It takes one of numbers: 127.0.0.1, ::1.");
            return null;
        },
    };

    private readonly Option<bool> _allowRemote = new("--allow-remote")
    {
        Description = "Let other machines in. Requests and keys travel unencrypted.",
    };

    private readonly Option<int> _videos = new("--videos")
    {
        Description = "How many videos the account has; 24 otherwise.",
        HelpName = "number",
        DefaultValueFactory = _ => 24,
        CustomParser = result => Numbers.Parse(result, 0, MostVideos),
    };

    private readonly Option<int> _seed = new("--seed")
    {
        Description = "Chooses the videos and the faults, the same on every machine; 1 otherwise.",
        HelpName = "number",
        DefaultValueFactory = _ => 1,
        CustomParser = result => Numbers.Parse(result, int.MinValue, int.MaxValue),
    };

    private readonly Option<double> _faults = new("--faults")
    {
        Description = "The part of all requests that meet what servers and networks do every day (500, 502, 503, 429, a delay, a broken connection), from 0 to 1.",
        HelpName = "rate",
        CustomParser = result => Numbers.Parse(result, 0.0, 1.0),
    };

    private readonly Option<TimeSpan?> _progress = new("--progress")
    {
        Description = "Let all videos move to their end, a step each time this has passed: 500ms, 2s. They stay as they are otherwise.",
        HelpName = "time",
        CustomParser = result => Durations.Parse(result, LeastStep, MostStep),
    };

    private readonly OutputOptions _output = new(
        "Where it is on the first line and how to use it on the next, and then a line for each request: the time, what was asked, the status, the fault or 'unexpected', "
        + "the milliseconds; in a pipe or a file with tabs between. As one JSON object a line: event (started), address, api_id, api_key, and then event (request), "
        + "at, method, target, status, fault, unexpected, ms.",
        OutputForm.Table,
        OutputForm.Ndjson);

    private readonly ToolConsole _console;

    public MockCommand(ToolConsole console)
        : base(
            "mock",
            "Serves a fake API with made-up videos on this machine, for a client in any language, and shows what it is asked. Its keys are those in "
            + $"{ApiKeys.IdVariable} and {ApiKeys.KeyVariable}, or else those of the demo, which it says. Ends at Ctrl+C, with 0.")
    {
        _console = console;
        foreach (var option in new Option[] { _port, _host, _allowRemote, _videos, _seed, _faults, _progress })
            Add(option);
        _output.AddTo(this);
        SetAction(RunAsync);
    }

    public override string[] Examples =>
    [
        "aurora mock --port 8080",
        "aurora mock --videos 10000 --seed 7 --faults 0.1",
        "aurora mock --progress 2s --output ndjson | jq -r 'select(.unexpected) | .target'",
    ];

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var isJson = _output.Form(parsed) == OutputForm.Ndjson;
        var settings = Settings(parsed);
        var log = new MockLog(_console, isJson, _output.HasColor(parsed, _console));
        await using (var mock = await MockServer.StartAsync(settings, _console.Clock, log.Write))
        {
            log.Start(isJson ? [MockNotice.Json(mock, settings.Keys.IsNone)] : MockNotice.Lines(mock, settings.Keys.IsNone));
            await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        _console.Say($"{log.Count} {(log.Count == 1 ? "request" : "requests")}");
        return ExitCode.Done;
    }

    private MockSettings Settings(ParseResult parsed)
    {
        var keys = ApiKeys.From(_console.Variable);
        if (!keys.IsNone && keys.Missing.Any())
            throw new UsageException($"{keys.Missing.Single()} is not set, and goes together with the other key. Set both, or none for the keys of the demo.");
        return new MockSettings(
            parsed.GetValue(_host)!,
            parsed.GetValue(_allowRemote),
            parsed.GetValue(_port),
            parsed.GetValue(_videos),
            parsed.GetValue(_seed),
            parsed.GetValue(_faults),
            parsed.GetValue(_progress),
            keys);
    }
}
