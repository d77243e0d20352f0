using Aurora.Cli.Profiles;
using Aurora.Client;
using Microsoft.Extensions.Logging;

namespace Aurora.Cli.Connections;

/// <summary>The way to the account whose keys are in the environment, or else in the profile.</summary>
internal static class AccountConnection
{
    /// <param name="keys">The keys of the account.</param>
    /// <param name="baseUrl">Where the API is, or null for the vendor's address.</param>
    /// <param name="configure">Sets what else the client needs, such as whom to tell of drift.</param>
    /// <param name="logger">Receives what the client logs, or null.</param>
    public static Connection Open(ApiKeys keys, string? baseUrl, Action<AuroraClientOptions> configure, ILogger<AuroraClient>? logger = null)
    {
        var options = new AuroraClientOptions { ApiId = keys.Id, ApiKey = keys.Key, UserAgentApplicationId = ToolVersion.Product };
        // The client says what an address must be, also for a text that is none.
        if (baseUrl is not null)
            options.BaseAddress = Uri.TryCreate(baseUrl, UriKind.Absolute, out var address) ? address : null!;
        try
        {
            configure(options);
            return new Connection(AuroraClient.Create(options, logger: logger), options.BaseAddress);
        }
        catch (ArgumentException exception)
        {
            throw new UsageException(InWordsOfTheTool(UsageException.From(exception).Message));
        }
    }

    /// <summary>The account that the environment names, or else the profile.</summary>
    /// <param name="variable">The environment.</param>
    /// <exception cref="UsageException">Neither has the keys, the environment has only one of them, or the profile cannot be used.</exception>
    public static Profile Find(Func<string, string?> variable)
    {
        var keys = ApiKeys.From(variable);
        if (!keys.Missing.Any())
            return new Profile(keys.Id, keys.Key, BaseUrl: null);
        // One key of the environment with one of the profile would be of two accounts.
        if (!keys.IsNone)
            throw new UsageException($"{keys.Missing.Single()} is not set, and goes together with the other key. The vendor's settings page shows the keys of your account.");
        return ProfileFile.Of(variable).Load() ?? throw new UsageException(
            $"{ApiKeys.IdVariable} and {ApiKeys.KeyVariable} are not set, and there is no profile. The vendor's settings page shows the keys of your account.",
            "Run 'aurora login' to keep them. To try it without keys, add --demo.");
    }

    private static string InWordsOfTheTool(string message) => message
        .Replace(nameof(AuroraClientOptions.BaseAddress), "--base-url", StringComparison.Ordinal)
        .Replace(nameof(AuroraClientOptions.ApiId), "The API ID", StringComparison.Ordinal)
        .Replace(nameof(AuroraClientOptions.ApiKey), "The API key", StringComparison.Ordinal);
}
