using System.CommandLine;
using Aurora.Cli.Connections;
using Aurora.Cli.Fakes;
using Aurora.Cli.Profiles;
using Aurora.Cli.Terminals;
using Aurora.Client;

namespace Aurora.Cli.Commands;

/// <summary>The options of every command that talks to the API.</summary>
internal sealed class ConnectionOptions
{
    public const string Help =
        $"The keys come from the environment, {ApiKeys.IdVariable} and {ApiKeys.KeyVariable}, or from where 'aurora login' keeps them. To try it without keys, add --demo.";

    private static readonly TimeSpan LeastTimeout = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan MostTimeout = TimeSpan.FromHours(24);

    private readonly Option<bool> _demo = new("--demo")
    {
        Description = "Use made-up videos from a fake API on this machine. Needs no keys.",
    };

    private readonly Option<string> _baseUrl = new("--base-url")
    {
        Description = "Where the API is, if not at the vendor's address: https, or http on this machine.",
        HelpName = "url",
    };

    private readonly Option<TimeSpan?> _timeout = new("--timeout")
    {
        Description = "How long one call may take, all its attempts together: 90, 2.5s, 10m. 100 seconds otherwise.",
        HelpName = "time",
        CustomParser = result => Durations.Parse(result, LeastTimeout, MostTimeout),
    };

    private readonly Option<bool> _verbose = new("--verbose", "-v")
    {
        Description = "Say each request on standard error, and more of what went wrong.",
    };

    /// <summary>Whether the videos of the demo move to their end.</summary>
    public bool HasMovingDemo { get; init; }

    public void AddTo(Command command)
    {
        command.Add(_demo);
        AddAccountTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(_demo) && result.GetResult(_baseUrl) is not null)
                result.AddError("--demo has an address of its own and cannot go with --base-url.");
        });
    }

    /// <summary>All but the demo.</summary>
    public void AddAccountTo(Command command)
    {
        command.Add(_baseUrl);
        command.Add(_timeout);
        command.Add(_verbose);
    }

    /// <summary>Opens the connection that was asked for, and says on it each kind of drift as it comes.</summary>
    public Task<Connection> OpenAsync(ParseResult parsed, ToolConsole console) => OpenAsync(
        parsed,
        console,
        options => options.OnSchemaDrift = drift => console.Say($"aurora: the API departs from its document: {drift}."));

    public async Task<Connection> OpenAsync(ParseResult parsed, ToolConsole console, Action<AuroraClientOptions> configure)
    {
        if (!IsDemo(parsed))
            return OpenAccount(parsed, AccountConnection.Find(console.Variable), console, configure);

        console.Say(DemoConnection.Notice);
        return Traced(await DemoConnection.OpenAsync(HasMovingDemo, Limited(parsed, configure)), parsed, console);
    }

    /// <summary>Opens a connection to this account.</summary>
    public Connection OpenAccount(ParseResult parsed, Profile account, ToolConsole console, Action<AuroraClientOptions>? configure = null)
    {
        console.Secrets = account.Keys;
        return Traced(AccountConnection.Open(account.Keys, BaseUrl(parsed) ?? account.BaseUrl, Limited(parsed, configure), new WaitNotice(console.Say)), parsed, console);
    }

    public bool IsDemo(ParseResult parsed) => parsed.GetValue(_demo);

    /// <summary>The address of the command line, or null.</summary>
    public string? BaseUrl(ParseResult parsed) => parsed.GetValue(_baseUrl);

    private Action<AuroraClientOptions> Limited(ParseResult parsed, Action<AuroraClientOptions>? configure) => options =>
    {
        configure?.Invoke(options);
        if (parsed.GetValue(_timeout) is { } timeout)
            Limit(timeout, options);
    };

    private Connection Traced(Connection connection, ParseResult parsed, ToolConsole console)
    {
        if (parsed.GetValue(_verbose))
        {
            console.IsVerbose = true;
            connection.Trace = new RequestTrace(console.Say);
        }

        return connection;
    }

    // A single attempt may take half of a long time, and all of a short one; a silence never more than an attempt.
    private static void Limit(TimeSpan timeout, AuroraClientOptions options)
    {
        options.Timeout = timeout;
        options.AttemptTimeout = timeout > 2 * options.AttemptTimeout ? timeout / 2 : TimeSpan.FromTicks(Math.Min(options.AttemptTimeout.Ticks, timeout.Ticks));
        options.BodyIdleTimeout = TimeSpan.FromTicks(Math.Min(options.BodyIdleTimeout.Ticks, options.AttemptTimeout.Ticks));
    }
}
