using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Aurora.Client;

/// <summary>
/// What the server said about a file, so that a download is resumed only if the file is the same. It does not contain the address, which may have a
/// signature and changes with each request to the API. The entity tag and the time are null unless they are strong validators.
/// </summary>
internal sealed record FileVersion(string? ETag, DateTimeOffset? LastModified, long? Total)
{
    /// <summary>Gets the value for <c>If-Range</c>; null when the server sent no strong validator.</summary>
    public RangeConditionHeaderValue? Validator =>
        EntityTagHeaderValue.TryParse(ETag, out var tag) && !tag.IsWeak ? new RangeConditionHeaderValue(tag)
        : LastModified is { } time ? new RangeConditionHeaderValue(time)
        : null;

    public static FileVersion Of(HttpResponseMessage response) => new(
        response.Headers.ETag is { IsWeak: false } tag ? tag.Tag : null,
        LastChange(response),
        response.Content?.Headers.ContentLength);

    /// <summary>Reads what <see cref="Write"/> wrote for a video; null when it is missing, damaged or belongs to another video.</summary>
    public static FileVersion? Read(string path, Guid video)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(path));
            var root = document.RootElement;
            if (root.GetProperty("video").GetGuid() != video)
                return null;
            return new FileVersion(
                root.GetProperty("e_tag").GetString(),
                root.GetProperty("last_modified") is { ValueKind: JsonValueKind.String } time ? time.GetDateTimeOffset() : null,
                root.GetProperty("total").GetInt64());
        }
        catch (Exception exception) when (exception is FileNotFoundException or JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    public void Write(string path, Guid video) => File.WriteAllText(
        path, new JsonObject { ["video"] = video, ["e_tag"] = ETag, ["last_modified"] = LastModified, ["total"] = Total }.ToJsonString());

    // RFC 9110, 8.8.2.2: a file may change twice within a second.
    private static DateTimeOffset? LastChange(HttpResponseMessage response) =>
        response.Content?.Headers.LastModified is { } changed
        && response.Headers.Date is { } sent
        && sent - changed >= TimeSpan.FromSeconds(1) ? changed : null;
}
