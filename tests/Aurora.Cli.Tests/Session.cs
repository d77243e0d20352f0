using System.Text;
using Aurora.Cli.Connections;
using Aurora.Cli.Fakes;
using Aurora.Cli.Terminals;
using Aurora.Testing;

namespace Aurora.Cli.Tests;

/// <summary>Runs the tool in this process and captures its output.</summary>
internal sealed class Session
{
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _error = new();
    private readonly Dictionary<string, string> _variables = [];

    public bool IsTerminal { get; init; }

    public bool IsErrorTerminal { get; init; }

    /// <summary>Called with each text that is written to standard error.</summary>
    public Action<string> OnError { get; init; } = _ => { };

    public int Width { get; init; } = 80;

    public int Height { get; init; } = 24;

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The text on standard input.</summary>
    public string Input { get; init; } = "";

    /// <summary>Returns the input for a prompt, or null if standard input is not a terminal.</summary>
    public Func<string, string>? SecretInput { get; init; }

    public string Output => _output.ToString();

    public string Error => _error.ToString();

    public string[] OutputLines => Output.TrimEnd('\n').Split('\n');

    public Session With(string variable, string value)
    {
        _variables[variable] = value;
        return this;
    }

    public Session WithKeysOf(AuroraServer server) => With(ApiKeys.IdVariable, server.ApiId).With(ApiKeys.KeyVariable, server.ApiKey);

    public Task<int> RunAsync(params string[] args) => RunAsync(CancellationToken.None, args);

    public async Task<int> RunAsync(CancellationToken cancellationToken, params string[] args)
    {
        await using var output = new StringWriter(_output) { NewLine = "\n" };
        await using var error = new CallbackWriter(_error, OnError) { NewLine = "\n" };
        var console = new ToolConsole(output, error)
        {
            IsTerminal = IsTerminal,
            IsErrorTerminal = IsErrorTerminal,
            Size = () => new TerminalSize(Width, Height),
            Variable = _variables.GetValueOrDefault,
            Clock = Clock,
            OpenInput = () => new StringReader(Input),
            IsInputTerminal = SecretInput is not null,
            AskSecret = (prompt, _) => Task.FromResult(SecretInput!(prompt)),
            FakeApi = new FakeApi(),
        };
        return await AuroraTool.RunAsync(args, console, cancellationToken: cancellationToken);
    }

    /// <summary>Runs <c>aurora list</c> against the server, with its keys.</summary>
    public Task<int> ListAsync(AuroraServer server, params string[] args) => RunAsync(server, "list", args);

    /// <summary>Runs <c>aurora check</c> against the server, with its keys.</summary>
    public Task<int> CheckAsync(AuroraServer server, params string[] args) => RunAsync(server, "check", args);

    public Task<int> RunAsync(AuroraServer server, string command, params string[] args) =>
        WithKeysOf(server).RunAsync([command, "--base-url", server.BaseAddress.ToString(), .. args]);
}
