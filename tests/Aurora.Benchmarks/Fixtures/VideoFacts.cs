using System.Globalization;

namespace Aurora.Benchmarks.Fixtures;

/// <summary>The values of one video in types to which the types of every client can be converted.</summary>
internal sealed record VideoFacts(
    Guid Id, DateTimeOffset CreatedAt, string? Name, string Audio, string? Prompt, string Status, double Credits, string FailedReason, Guid? MediaJob, string? Webhook)
{
    /// <summary>Returns the original text of a URL or an enum.</summary>
    public static VideoFacts Of(
        Guid id, DateTimeOffset createdAt, string? name, Uri? audio, string? prompt, string status, double credits, string failedReason, Guid? mediaJob, Uri? webhook) =>
        new(id, createdAt, name, audio!.OriginalString, prompt, Plain(status), credits, failedReason, mediaJob, webhook?.OriginalString);

    private static string Plain(string status) => status.Replace("_", "", StringComparison.Ordinal).ToUpper(CultureInfo.InvariantCulture);
}
