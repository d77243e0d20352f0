using System.CommandLine;
using Aurora.Cli.Profiles;
using Aurora.Cli.Terminals;

namespace Aurora.Cli.Commands;

/// <summary><c>aurora login</c>: asks for the keys, tries them, and keeps them in the profile.</summary>
internal sealed class LoginCommand : ToolCommand
{
    private readonly ConnectionOptions _connection = new();
    private readonly ToolConsole _console;

    public LoginCommand(ToolConsole console)
        : base(
            "login",
            "Asks for the API ID and the API key, tries them, and keeps them in a file that only you can read. A pipe gives them on two lines. The keys in the environment go before those in the file.")
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
        var file = ProfileFile.Of(_console.Variable);
        var profile = new Profile(Ask("API ID"), Ask("API key"), _connection.BaseUrl(parsed));
        _console.Secrets = profile.Keys;
        await using (var connection = _connection.OpenAccount(parsed, profile, _console))
        {
            // An id that no video has: the keys are tried, and no video is sent.
            await connection.Client.FindAsync(Guid.Empty, cancellationToken);
        }

        file.Save(profile);
        _console.Say($"The API takes the keys. They are in {file.Path}, which only you can read.");
        if (!Connections.ApiKeys.From(_console.Variable).IsNone)
            _console.Say($"{Connections.ApiKeys.IdVariable} and {Connections.ApiKeys.KeyVariable} are set too, and go before them.");
        return ExitCode.Done;
    }

    private string Ask(string what)
    {
        var given = (_console.IsInputTerminal ? _console.AskSecret($"{what}:") : _console.Input.ReadLine())?.Trim();
        return string.IsNullOrEmpty(given)
            ? throw new UsageException($"There is no {what}. 'aurora login' asks for the API ID and then for the API key; a pipe gives them on two lines.")
            : given;
    }
}
