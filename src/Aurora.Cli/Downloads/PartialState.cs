using System.Net.Http.Headers;
using System.Text.Json.Serialization;

namespace Aurora.Cli.Downloads;

/// <summary>
/// The state of an incomplete download. It does not contain the address, which may have a signature and is different in the next run.
/// </summary>
/// <param name="Video">The id of the video.</param>
/// <param name="ETag">The strong entity tag, or null.</param>
/// <param name="LastModified">The time of the last change if it is a strong validator, or null.</param>
/// <param name="Total">The total length, or null if it is unknown.</param>
internal sealed record PartialState(Guid Video, string? ETag, DateTimeOffset? LastModified, long? Total)
{
    /// <summary>The value for <c>If-Range</c>, or null if the server sent no strong validator.</summary>
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

    // RFC 9110, 8.8.2.2: a file may change twice within a second.
    private static DateTimeOffset? LastChange(HttpResponseMessage response) =>
        response.Content.Headers.LastModified is { } changed
        && response.Headers.Date is { } sent
        && sent - changed >= TimeSpan.FromSeconds(1) ? changed : null;
}
