using System.Net;
using System.Net.Http.Headers;

namespace Aurora.Cli.Downloads;

/// <summary>What the answer of a storage host means for the file.</summary>
internal static class MediaResponse
{
    private static readonly string[] Pages = ["text/html", "application/xhtml+xml"];

    /// <summary>Makes ready for the body of the answer: the file goes on where it ends, or begins anew.</summary>
    /// <exception cref="DownloadException">There is no body that belongs into the file.</exception>
    public static void Accept(HttpResponseMessage response, PartialFile file, TimeProvider clock)
    {
        if (response.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.PartialContent))
            throw Refuse(response, file, clock);
        if (Pages.Contains(response.Content.Headers.ContentType?.MediaType, StringComparer.OrdinalIgnoreCase))
            throw new DownloadException($"{Host(response)} sent a web page instead of the video; the address may have expired, so run the command again for a new one");
        if (response.Content.Headers.ContentEncoding.Any(encoding => !encoding.Equals("identity", StringComparison.OrdinalIgnoreCase)))
            throw new DownloadException($"{Host(response)} sent the video compressed, which it was asked not to do");

        if (response.StatusCode == HttpStatusCode.OK)
            file.Begin(response);
        else if (!Continues(response, file))
            throw StartOver(file, $"{Host(response)} sent another part of the file than it was asked for");
    }

    private static bool Continues(HttpResponseMessage response, PartialFile file) =>
        response.Content.Headers.ContentRange is { Unit: "bytes", HasRange: true } range
        && file.Resume is { } resume && range.From == resume.Position
        && (range.Length is null || range.Length == file.Total)
        && (response.Headers.ETag is null || file.ETag is null || response.Headers.ETag.Tag == file.ETag);

    private static DownloadException Refuse(HttpResponseMessage response, PartialFile file, TimeProvider clock)
    {
        var said = $"{Host(response)} answered {(int)response.StatusCode} ({response.StatusCode})";
        return response.StatusCode switch
        {
            HttpStatusCode.RequestedRangeNotSatisfiable => StartOver(file, said),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.Gone =>
                new DownloadException($"{said}; the address may have expired, so run the command again for a new one"),
            HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError =>
                new DownloadException(said, isTransient: true, RetryAfter(response.Headers.RetryAfter, clock)),
            _ => new DownloadException(said),
        };
    }

    private static DownloadException StartOver(PartialFile file, string reason)
    {
        file.Clear();
        return new DownloadException(reason, isTransient: true);
    }

    private static TimeSpan? RetryAfter(RetryConditionHeaderValue? header, TimeProvider clock)
    {
        var wait = header?.Delta ?? header?.Date - clock.GetUtcNow();
        return wait > TimeSpan.Zero ? wait : null;
    }

    private static string Host(HttpResponseMessage response) => response.RequestMessage!.RequestUri!.Authority;
}
