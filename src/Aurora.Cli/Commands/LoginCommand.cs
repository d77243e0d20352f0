using System.CommandLine;
using Aurora.Cli.Connections;
using Aurora.Cli.Profiles;
using Aurora.Cli.Terminals;

namespace Aurora.Cli.Commands;

/// <summary><c>aurora login</c>: verifies the keys and stores them in the profile.</summary>
internal sealed class LoginCommand : ToolCommand
{
    private readonly ConnectionOptions _connection = new();
    private readonly ToolConsole _console;

    public LoginCommand(ToolConsole console)
        : base(
            "login",
            "Store your API keys on this machine.",
            "Prompts for the API ID and the API key, verifies them, and stores them in a file that only you can read. "
            + "From a pipe, reads them from two lines. The environment variables take precedence over the stored keys.")
    {
        _console = console;
        _connection.AddAccountTo(this);
        SetAction(RunAsync);
    }

    public override string[] Examples =>
    [
        "aurora login",
        "pass show aurora | aurora login",
    ];

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var file = ProfileFile.Locate(_console.Variable);
        var profile = new Profile(
            await ReadAsync("API ID", cancellationToken), await ReadAsync("API key", cancellationToken), _connection.BaseUrl(parsed));
        _console.Secrets = profile.Keys;
        await using (var connection = _connection.OpenAccount(parsed, profile, _console))
        {
            // No video has this id, so the request verifies the keys without returning data.
            await connection.Client.FindAsync(Guid.Empty, cancellationToken);
        }

        await file.SaveAsync(profile);
        _console.WriteMessage($"The API accepted the keys. They are stored in {file.Path}, which only you can read.");
        if (!ApiKeys.From(_console.Variable).IsEmpty)
        {
            _console.WriteMessage(
                $"{ApiKeys.IdVariable} or {ApiKeys.KeyVariable} is set. The environment takes precedence over the stored keys.");
        }

        return ExitCode.Success;
    }

    private async Task<string> ReadAsync(string name, CancellationToken cancellationToken)
    {
        var line = _console.IsInputTerminal
            ? await _console.AskSecret($"{name}:", cancellationToken)
            : await _console.ReadInputAsync(input => input.ReadLine(), cancellationToken);
        var value = line?.Trim();
        return string.IsNullOrEmpty(value)
            ? throw new UsageException($"The {name} is empty. Enter the API ID and then the API key. In a pipe, write them on two lines.")
            : value;
    }
}
