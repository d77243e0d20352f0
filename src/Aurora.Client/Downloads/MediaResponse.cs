using System.Net;

namespace Aurora.Client;

/// <summary>Decides what the response of a storage host means for a download.</summary>
internal static class MediaResponse
{
    private const string Expired = "The address may have expired. Fix: get the video again, and download it from its new address.";

    private static readonly string[] Pages = ["text/html", "application/xhtml+xml"];

    // The registered codings. Storage hosts also send other values, such as aws-chunked or utf-8, although the file is not encoded.
    private static readonly string[] Codings = ["aes128gcm", "br", "compress", "dcb", "dcz", "deflate", "exi", "gzip", "pack200-gzip", "x-compress", "x-gzip", "zstd"];

    /// <summary>Prepares the target for the body of the response: the download resumes or starts over.</summary>
    /// <exception cref="AuroraApiException">The response does not contain the expected data.</exception>
    public static void Accept(DownloadCall call, HttpResponseMessage response, DownloadTarget target)
    {
        if (response.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.PartialContent))
            throw Error(call, response, target);
        var headers = response.Content?.Headers;
        if (Pages.Contains(headers?.ContentType?.MediaType, StringComparer.OrdinalIgnoreCase))
            throw call.Error(AuroraErrorKind.UnreadableResponse, $"{call.HostOf(response)} returned a web page instead of the video. {Expired}", response: response);
        if (headers?.ContentEncoding.FirstOrDefault(coding => Codings.Contains(coding, StringComparer.OrdinalIgnoreCase)) is { } compression)
            throw call.Error(AuroraErrorKind.UnreadableResponse, $"{call.HostOf(response)} returned a compressed file ({compression}), which is not supported.", response: response);

        if (response.StatusCode == HttpStatusCode.OK)
            Restart(call, response, target, FileVersion.Of(response));
        else if (!Continues(response, target))
            throw StartOver(call, response, target, $"{call.HostOf(response)} returned a different part of the file than requested.");
    }

    private static bool Continues(HttpResponseMessage response, DownloadTarget target) =>
        response.Content?.Headers.ContentRange is { Unit: "bytes", HasRange: true } range
        && target.Resume is { } resume && range.From == resume.Position
        && (range.Length is null || range.Length == target.Total)
        && (response.Headers.ETag is null || target.Version?.ETag is not { } tag || response.Headers.ETag.Tag == tag);

    private static AuroraApiException Error(DownloadCall call, HttpResponseMessage response, DownloadTarget target) => response.StatusCode switch
    {
        HttpStatusCode.RequestedRangeNotSatisfiable => StartOver(call, response, target, "The file has become shorter."),
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.Gone =>
            call.Error(ErrorResponse.KindOf(response.StatusCode), Expired, response: response),
        _ => call.Error(
            ErrorResponse.KindOf(response.StatusCode), reason: null, response: response, retryAfter: ErrorResponse.RetryAfter(response, call.Options.TimeProvider)),
    };

    // The next attempt requests the whole file, so the error is one that is retried.
    private static AuroraApiException StartOver(DownloadCall call, HttpResponseMessage response, DownloadTarget target, string reason)
    {
        Restart(call, response, target, version: null);
        return call.Error(AuroraErrorKind.Network, reason, response: response);
    }

    private static void Restart(DownloadCall call, HttpResponseMessage response, DownloadTarget target, FileVersion? version)
    {
        if (!target.CanRestart)
            throw call.Error(
                AuroraErrorKind.UnreadableResponse,
                $"The file cannot be resumed after {target.Length} bytes, which are already in the stream: {call.HostOf(response)} did not continue the same file.", response: response);
        target.Restart(version);
    }
}
