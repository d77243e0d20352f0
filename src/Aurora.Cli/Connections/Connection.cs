using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Aurora.Cli.Connections;

/// <summary>A client, with the resources that are disposed together with it.</summary>
internal sealed class Connection(AuroraClient client, Uri address, IAsyncDisposable? server = null) : IAsyncDisposable
{
    public AuroraClient Client => client;

    public Uri Address => address;

    /// <summary>The trace of the requests, or null without <c>--verbose</c>.</summary>
    public IDisposable? Trace { get; set; }

    public async ValueTask DisposeAsync()
    {
        Trace?.Dispose();
        client.Dispose();
        if (server is not null)
            await server.DisposeAsync();
    }
}

/// <summary>Finds the keys of the account and creates a client for it.</summary>
internal static class AccountConnection
{
    /// <param name="baseUrl">The address of the API, or null for the vendor's address.</param>
    public static Connection Open(ApiKeys keys, string? baseUrl, Action<AuroraClientOptions> configure, ILogger<AuroraClient>? logger = null)
    {
        var options = new AuroraClientOptions { ApiId = keys.Id, ApiKey = keys.Key, UserAgentApplicationId = ToolVersion.Product };
        // Null for an invalid address makes the client report the rules for addresses.
        if (baseUrl is not null)
            options.BaseAddress = Uri.TryCreate(baseUrl, UriKind.Absolute, out var address) ? address : null!;
        try
        {
            configure(options);
            return new Connection(AuroraClient.Create(options, logger: logger), options.BaseAddress);
        }
        catch (ArgumentException exception)
        {
            throw new UsageException(WithOptionNames(UsageException.From(exception).Message));
        }
    }

    /// <summary>Returns the keys of the environment, or those of the profile if the environment has none.</summary>
    public static Profile Find(Func<string, string?> variable)
    {
        var keys = ApiKeys.From(variable);
        if (!keys.Missing.Any())
            return new Profile(keys.Id, keys.Key, BaseUrl: null);
        // A key from the environment and one from the profile could belong to two accounts.
        if (!keys.IsEmpty)
            throw new UsageException($"{keys.Missing.Single()} is not set. Set both keys. The vendor's settings page shows them.");
        return ProfileFile.Locate(variable).Load() ?? throw new UsageException(
            $"{ApiKeys.IdVariable} and {ApiKeys.KeyVariable} are not set, and no keys are stored.",
            "Run 'aurora login' to store the keys that the vendor's settings page shows. To try the command without keys, add --demo.");
    }

    private static string WithOptionNames(string message) => message
        .Replace(nameof(AuroraClientOptions.BaseAddress), "--base-url", StringComparison.Ordinal)
        .Replace(nameof(AuroraClientOptions.ApiId), "The API ID", StringComparison.Ordinal)
        .Replace(nameof(AuroraClientOptions.ApiKey), "The API key", StringComparison.Ordinal);
}

/// <summary>Writes a line for each request and retry: the method, the address without the query, the outcome and the duration.</summary>
internal sealed class RequestTrace : IDisposable
{
    private readonly ActivityListener _listener;

    public RequestTrace(Action<string> write)
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "System.Net.Http",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => write(Describe(activity)),
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public void Dispose() => _listener.Dispose();

    private static string Describe(Activity activity)
    {
        var outcome = activity.GetTagItem("http.response.status_code") ?? activity.GetTagItem("error.type") ?? "no response";
        var request = $"{activity.GetTagItem("http.request.method")} {activity.GetTagItem("url.full")}";
        return string.Create(CultureInfo.InvariantCulture, $"> {request} {outcome}, headers after {activity.Duration.TotalMilliseconds:0} ms");
    }
}

/// <summary>Shows a message when the client waits for a long time.</summary>
internal sealed class WaitNotice(Action<string> say) : ILogger<AuroraClient>
{
    private const double ExpectedSeconds = 2;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel == LogLevel.Information;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (state is IEnumerable<KeyValuePair<string, object?>> facts && facts.Any(fact => fact is { Key: "Seconds", Value: > ExpectedSeconds }))
            say($"aurora: {formatter(state, exception)}");
    }
}
