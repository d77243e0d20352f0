namespace Aurora.Cli.Commands;

/// <summary>The options of all commands that call the API.</summary>
internal sealed class ConnectionOptions
{
    public const string Help =
        $"""
        Run 'aurora login' to store your API keys, or set the environment variables
        {ApiKeys.IdVariable} and {ApiKeys.KeyVariable}. To try a command without keys, add --demo.
        """;

    private static readonly TimeSpan MinTimeout = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan MaxTimeout = TimeSpan.FromHours(24);

    private readonly Option<bool> _demo = new("--demo") { Description = "Use sample videos from a fake API on this machine. Requires no keys." };

    private readonly Option<string> _baseUrl = new("--base-url")
    {
        Description = "Use the API at this address instead of the vendor's. Must be https, except on this machine.",
        HelpName = "url",
    };

    private readonly Option<TimeSpan?> _timeout = new("--timeout")
    {
        Description = "Set the time limit for a call, including retries, such as 90, 2.5s or 10m. Defaults to 100 seconds.",
        HelpName = "duration",
        CustomParser = result => Durations.Parse(result, MinTimeout, MaxTimeout),
    };

    private readonly Option<bool> _verbose = new("--verbose", "-v") { Description = "Show each request, and the causes of an error, on standard error." };

    /// <summary>Whether the videos of the demo progress.</summary>
    public bool AnimatesDemo { get; init; }

    public void AddTo(Command command)
    {
        command.Add(_demo);
        AddAccountTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(_demo) && result.GetResult(_baseUrl) is not null)
                result.AddError("--demo and --base-url cannot be used together.");
        });
    }

    /// <summary>Adds all options except <c>--demo</c>.</summary>
    public void AddAccountTo(Command command)
    {
        command.Add(_baseUrl);
        command.Add(_timeout);
        command.Add(_verbose);
    }

    /// <summary>Opens the connection that the command line specifies, and shows each kind of drift when it is found.</summary>
    public Task<Connection> OpenAsync(ParseResult parsed, ToolConsole console) => OpenAsync(
        parsed,
        console,
        options => options.OnSchemaDrift = drift => console.WriteMessage($"aurora: The API response deviates from the document: {drift}."));

    public async Task<Connection> OpenAsync(ParseResult parsed, ToolConsole console, Action<AuroraClientOptions> configure)
    {
        if (!IsDemo(parsed))
            return OpenAccount(parsed, AccountConnection.Find(console.Variable), console, configure);

        console.WriteMessage("Demo: These sample videos come from a fake API on this machine. No account is used.");
        return WithTrace(await console.FakeApi.OpenDemoAsync(AnimatesDemo, WithTimeout(parsed, configure)), parsed, console);
    }

    public Connection OpenAccount(ParseResult parsed, Profile account, ToolConsole console, Action<AuroraClientOptions>? configure = null)
    {
        console.Secrets = account.Keys;
        var notice = new WaitNotice(console.WriteMessage);
        var connection = AccountConnection.Open(account.Keys, BaseUrl(parsed) ?? account.BaseUrl, WithTimeout(parsed, configure), notice);
        return WithTrace(connection, parsed, console);
    }

    public bool IsDemo(ParseResult parsed) => parsed.GetValue(_demo);

    public string? BaseUrl(ParseResult parsed) => parsed.GetValue(_baseUrl);

    private Action<AuroraClientOptions> WithTimeout(ParseResult parsed, Action<AuroraClientOptions>? configure) => options =>
    {
        configure?.Invoke(options);
        if (parsed.GetValue(_timeout) is { } timeout)
            SetTimeouts(timeout, options);
    };

    private Connection WithTrace(Connection connection, ParseResult parsed, ToolConsole console)
    {
        if (parsed.GetValue(_verbose))
        {
            console.IsVerbose = true;
            connection.Trace = new RequestTrace(console.WriteMessage);
        }

        return connection;
    }

    // Half of a long timeout leaves time for a second attempt.
    private static void SetTimeouts(TimeSpan timeout, AuroraClientOptions options)
    {
        options.Timeout = timeout;
        options.AttemptTimeout = timeout > 2 * options.AttemptTimeout ? timeout / 2 : Min(options.AttemptTimeout, timeout);
        options.BodyIdleTimeout = Min(options.BodyIdleTimeout, options.AttemptTimeout);
    }

    private static TimeSpan Min(TimeSpan first, TimeSpan second) => first < second ? first : second;
}
