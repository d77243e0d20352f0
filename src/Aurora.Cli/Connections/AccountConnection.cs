using Aurora.Client;

namespace Aurora.Cli.Connections;

/// <summary>The way to the account whose keys are in the environment.</summary>
internal static class AccountConnection
{
    /// <param name="keys">The keys of the account.</param>
    /// <param name="baseUrl">Where the API is, or null for the vendor's address.</param>
    /// <param name="configure">Sets what else the client needs, such as whom to tell of drift.</param>
    public static Connection Open(ApiKeys keys, string? baseUrl, Action<AuroraClientOptions> configure)
    {
        var missing = keys.Missing.ToList();
        if (missing.Count > 0)
        {
            var areNotSet = $"{string.Join(" and ", missing)} {(missing.Count == 1 ? "is" : "are")} not set.";
            throw new UsageException(
                $"{areNotSet} The vendor's settings page shows the keys of your account.",
                "To try it without keys, add --demo.");
        }

        var options = new AuroraClientOptions { ApiId = keys.Id, ApiKey = keys.Key };
        configure(options);
        // The client says what an address must be, also for a text that is none.
        if (baseUrl is not null)
            options.BaseAddress = Uri.TryCreate(baseUrl, UriKind.Absolute, out var address) ? address : null!;
        try
        {
            return new Connection(AuroraClient.Create(options), options.BaseAddress);
        }
        catch (ArgumentException exception)
        {
            throw new UsageException(InWordsOfTheTool(UsageException.From(exception).Message));
        }
    }

    private static string InWordsOfTheTool(string message) => message
        .Replace(nameof(AuroraClientOptions.BaseAddress), "--base-url", StringComparison.Ordinal)
        .Replace(nameof(AuroraClientOptions.ApiId), ApiKeys.IdVariable, StringComparison.Ordinal)
        .Replace(nameof(AuroraClientOptions.ApiKey), ApiKeys.KeyVariable, StringComparison.Ordinal);
}
