using System.Globalization;

namespace Aurora.Benchmarks.Fixtures;

/// <summary>What one video says, in types that every client's own can be turned into.</summary>
internal sealed record VideoFacts(
    Guid Id, DateTimeOffset CreatedAt, string? Name, string Audio, string? Prompt, string Status, double Credits, string FailedReason, Guid? MediaJob, string? Webhook)
{
    /// <summary>A URL's text as it came, and an enum's as the API writes it, whatever C# made of it.</summary>
    public static VideoFacts Of(
        Guid id, DateTimeOffset createdAt, string? name, Uri? audio, string? prompt, string status, double credits, string failedReason, Guid? mediaJob, Uri? webhook) =>
        new(id, createdAt, name, audio!.OriginalString, prompt, Plain(status), credits, failedReason, mediaJob, webhook?.OriginalString);

    private static string Plain(string status) => status.Replace("_", "", StringComparison.Ordinal).ToUpper(CultureInfo.InvariantCulture);
}
