using System.CommandLine;
using Aurora.Cli.Connections;
using Aurora.Cli.Terminals;
using Aurora.Client;

namespace Aurora.Cli.Commands;

/// <summary>The options of every command that talks to the API.</summary>
internal sealed class ConnectionOptions
{
    public const string Help =
        $"The keys come from the environment: {ApiKeys.IdVariable} and {ApiKeys.KeyVariable}. To try it without keys, add --demo.";

    private readonly Option<bool> _demo = new("--demo")
    {
        Description = "Use made-up videos from a fake API on this machine. Needs no keys.",
    };

    private readonly Option<string> _baseUrl = new("--base-url")
    {
        Description = "Where the API is, if not at the vendor's address: https, or http on this machine.",
        HelpName = "url",
    };

    public void AddTo(Command command)
    {
        command.Add(_demo);
        command.Add(_baseUrl);
        command.Validators.Add(result =>
        {
            if (result.GetValue(_demo) && result.GetResult(_baseUrl) is not null)
                result.AddError("--demo has an address of its own and cannot go with --base-url.");
        });
    }

    /// <summary>Opens the connection that was asked for, and says on it each kind of drift as it comes.</summary>
    public Task<Connection> OpenAsync(ParseResult parsed, ToolConsole console) => OpenAsync(
        parsed,
        console,
        options => options.OnSchemaDrift = drift => console.Say($"aurora: the API departs from its document: {drift}."));

    public async Task<Connection> OpenAsync(ParseResult parsed, ToolConsole console, Action<AuroraClientOptions> configure)
    {
        if (!parsed.GetValue(_demo))
            return AccountConnection.Open(ApiKeys.From(console.Variable), parsed.GetValue(_baseUrl), configure);

        console.Say(DemoConnection.Notice);
        return await DemoConnection.OpenAsync(configure);
    }
}
