using System.Globalization;
using System.Net;

namespace Aurora.Client;

/// <summary>Builds the message of an <see cref="AuroraApiException"/> from its facts.</summary>
internal static class ErrorMessage
{
    private const int MaxLength = 4000;
    private const int MaxRequestIdLength = 200;

    private static readonly TimeSpan LongestInSeconds = TimeSpan.FromMinutes(10);

    public static string Of(AuroraApiException error)
    {
        string?[] sentences =
        [
            Lead(error),
            error.Reason is null ? null : Response(error),
            error.RetryAfter is { } wait ? $"{error.Server} asks to wait {Duration(wait)}." : null,
            error.Attempts > 1 ? FormattableString.Invariant($"{error.Attempts} requests were sent.") : null,
            error.Delivered > 0 ? $"{Videos(error.Delivered)} had been delivered." : null,
            error.PartialResult is { } partial ? $"{Videos(partial.Videos.Count)} had been read." : null,
            error.RequestId is { } id ? $"Request ID: {PrintableText.Of(id, MaxRequestIdLength)}." : null,
        ];
        return PrintableText.Of(string.Join(" ", sentences.OfType<string>()), MaxLength);
    }

    private static string Lead(AuroraApiException error)
    {
        if (error.Reason is not null)
            return error.Request is null ? error.Reason : $"{error.Request} failed: {error.Reason}";
        return error.StatusCode is { } status
            ? Returned(error.Request ?? error.Server, status, error.Detail)
            : $"{error.Request ?? "The request"} failed ({error.Kind}).{(error.Detail is null ? "" : " " + error.Detail)}";
    }

    // The reason already mentions a success or a redirect.
    private static string? Response(AuroraApiException error) =>
        error.StatusCode is { } status && (int)status >= 400 ? Returned(error.Server, status, error.Detail) : error.Detail;

    private static string Returned(string subject, HttpStatusCode status, string? detail)
    {
        var number = ((int)status).ToString(CultureInfo.InvariantCulture);
        // ToString of an unknown status code returns its number.
        var name = status.ToString();
        return $"{subject} returned {(name == number ? number : $"{number} {name}")}{(detail is null ? "." : ": " + detail)}";
    }

    private static string Videos(int count) => count == 1 ? "1 video" : FormattableString.Invariant($"{count} videos");

    // 0.4 s, 54 s, 01:30:00
    private static string Duration(TimeSpan duration) => duration < LongestInSeconds
        ? duration.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture) + " s"
        : duration.ToString(@"d\.hh\:mm\:ss", CultureInfo.InvariantCulture).TrimStart('0').TrimStart('.');
}
