using System.Net.Http.Headers;
using System.Text.Json.Serialization;

namespace Aurora.Cli.Downloads;

/// <summary>What is known of the file that a partial one is the beginning of. The address is not: it may hold a signature, and is another one the next time.</summary>
/// <param name="Video">Of which video.</param>
/// <param name="ETag">Its strong entity tag, or null.</param>
/// <param name="LastModified">When it was changed last, where that can tell two of its states apart; or null.</param>
/// <param name="Total">How long it is as a whole, or null.</param>
internal sealed record PartialState(Guid Video, string? ETag, DateTimeOffset? LastModified, long? Total)
{
    /// <summary>What a server is asked to compare, or null where nothing is sure to change together with the file.</summary>
    [JsonIgnore]
    public RangeConditionHeaderValue? Validator =>
        EntityTagHeaderValue.TryParse(ETag, out var tag) && !tag.IsWeak ? new RangeConditionHeaderValue(tag)
        : LastModified is { } time ? new RangeConditionHeaderValue(time)
        : null;

    public static PartialState Of(Guid video, HttpResponseMessage response) => new(
        video,
        response.Headers.ETag is { IsWeak: false } tag ? tag.Tag : null,
        LastChange(response),
        response.Content.Headers.ContentLength);

    // RFC 9110, 8.8.2.2: within the second in which it changed a file may change again.
    private static DateTimeOffset? LastChange(HttpResponseMessage response) =>
        response.Content.Headers.LastModified is { } changed && response.Headers.Date is { } sent && sent - changed >= TimeSpan.FromSeconds(1) ? changed : null;
}
