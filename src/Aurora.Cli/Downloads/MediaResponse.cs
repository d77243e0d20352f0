using System.Net;
using System.Net.Http.Headers;

namespace Aurora.Cli.Downloads;

/// <summary>Handles the response of a storage host.</summary>
internal static class MediaResponse
{
    private const string Expired = "the address may have expired, so run the command again to get a new one";

    private static readonly string[] Pages = ["text/html", "application/xhtml+xml"];

    /// <summary>Prepares the file for the body of the response: the download resumes or starts over.</summary>
    /// <exception cref="DownloadException">The response does not contain the expected data.</exception>
    public static void Accept(HttpResponseMessage response, PartialFile file, TimeProvider clock)
    {
        if (response.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.PartialContent))
            throw Error(response, file, clock);
        if (Pages.Contains(response.Content.Headers.ContentType?.MediaType, StringComparer.OrdinalIgnoreCase))
            throw new DownloadException($"{Host(response)} returned a web page instead of the video; {Expired}");
        if (response.Content.Headers.ContentEncoding.Any(encoding => !encoding.Equals("identity", StringComparison.OrdinalIgnoreCase)))
            throw new DownloadException($"{Host(response)} returned a compressed response, which is not supported");

        if (response.StatusCode == HttpStatusCode.OK)
            file.Begin(response);
        else if (!Continues(response, file))
            throw StartOver(file, $"{Host(response)} returned a different part of the file than requested");
    }

    private static bool Continues(HttpResponseMessage response, PartialFile file) =>
        response.Content.Headers.ContentRange is { Unit: "bytes", HasRange: true } range
        && file.Resume is { } resume && range.From == resume.Position
        && (range.Length is null || range.Length == file.Total)
        && (response.Headers.ETag is null || file.ETag is null || response.Headers.ETag.Tag == file.ETag);

    private static DownloadException Error(HttpResponseMessage response, PartialFile file, TimeProvider clock)
    {
        var reason = $"{Host(response)} returned {(int)response.StatusCode} ({response.StatusCode})";
        return response.StatusCode switch
        {
            HttpStatusCode.RequestedRangeNotSatisfiable => StartOver(file, reason),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.Gone =>
                new DownloadException($"{reason}; {Expired}"),
            HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError =>
                new DownloadException(reason, isTransient: true, RetryAfter(response.Headers.RetryAfter, clock)),
            _ => new DownloadException(reason),
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
