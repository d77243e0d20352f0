using System.Net;

namespace Aurora.Client;

/// <summary>Creates the exception for a response that is not a success.</summary>
internal static class ErrorResponse
{
    private static readonly string[] RequestIdHeaders = ["X-Request-ID", "X-Correlation-ID", "X-Amzn-RequestId", "CF-RAY"];

    public static async Task<AuroraApiException> ReadAsync(AuroraCall call, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var redaction = call.Options.Redaction;
        var mediaType = response.Content?.Headers.ContentType?.MediaType;
        var body = redaction.Text(await ReadTextAsync(response, call.Options, cancellationToken).ConfigureAwait(false));
        var isHtml = ErrorPage.IsHtml(mediaType, body);
        var text = ErrorJson.Read(isHtml ? "" : body, isProblem: mediaType == "application/problem+json");
        var detail = isHtml ? ErrorPage.Describe(body, response.StatusCode, call.Options.BaseAddress) : text.Detail;
        return new AuroraApiException(KindOf(response.StatusCode), redaction.TextOrNull(Redirected(response, call.Options)))
        {
            Request = call.RequestText,
            Operation = call.Request.Operation,
            StatusCode = response.StatusCode,
            // The unescaped text can contain a key that the escaped text did not show.
            Detail = redaction.TextOrNull(detail),
            FieldErrors = text.Fields.ToDictionary(
                field => redaction.Text(field.Key), field => (IReadOnlyList<string>)[.. field.Value.Select(redaction.Text)]),
            RetryAfter = RetryAfter(response, call.Options.TimeProvider),
            RequestId = redaction.TextOrNull(RequestId(response)),
            Attempts = call.Attempts,
            Body = Excerpt(body),
            Headers = Headers(response, redaction),
        };
    }

    /// <summary>Returns the headers of a response without the keys.</summary>
    public static Dictionary<string, IReadOnlyList<string>> Headers(HttpResponseMessage response, KeyRedaction redaction) => AuroraResponse.HeadersOf(response)
        .ToDictionary(header => redaction.Text(header.Key), header => (IReadOnlyList<string>)[.. header.Value.Select(redaction.Text)]);

    public static string? RequestId(HttpResponseMessage response) => RequestIdHeaders
        .Select(name => response.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null)
        .FirstOrDefault(id => !string.IsNullOrEmpty(id));

    /// <summary>Returns the start of a body for an exception. The keys are removed before the text is shortened, so that no part of a key is left.</summary>
    public static string Excerpt(string text) => text.Length > AuroraApiException.MaxBodyLength ? text[..AuroraApiException.MaxBodyLength] : text;

    public static AuroraErrorKind KindOf(HttpStatusCode status) => (int)status switch
    {
        401 => AuroraErrorKind.Authentication,
        403 => AuroraErrorKind.Permission,
        404 or 410 => AuroraErrorKind.NotFound,
        408 => AuroraErrorKind.Timeout,
        429 => AuroraErrorKind.RateLimit,
        >= 500 => AuroraErrorKind.Server,
        >= 400 => AuroraErrorKind.InvalidRequest,
        _ => AuroraErrorKind.UnreadableResponse,
    };

    private static string? Redirected(HttpResponseMessage response, AuroraClientOptions options)
    {
        if (response.Headers.Location is not { } target)
            return null;
        // Only the origin is shown, because the rest of the address can contain secrets.
        var origin = target.IsAbsoluteUri ? target.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped) : "another path";
        return $"The API redirected the request to {origin} ({(int)response.StatusCode} {response.StatusCode}). The client does not follow redirects, because the keys are sent to BaseAddress only. "
            + $"Check that BaseAddress, {options.BaseAddress.GetLeftPart(UriPartial.Path)}, is the address of the API.";
    }

    private static async Task<string> ReadTextAsync(HttpResponseMessage response, AuroraClientOptions options, CancellationToken cancellationToken)
    {
        using var body = await ResponseBody.OpenAsync(response, options, cancellationToken).ConfigureAwait(false);
        using var buffer = new ResponseBuffer(body);
        try
        {
            while (!buffer.IsComplete && buffer.Total < AuroraApiException.MaxBodyLength * 4)
                await buffer.FillAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException or TimeoutException)
        {
            // The status says more than the failure to read the body.
        }

        return buffer.Excerpt();
    }

    public static TimeSpan? RetryAfter(HttpResponseMessage response, TimeProvider clock)
    {
        var header = response.Headers.RetryAfter;
        var wait = header?.Delta ?? header?.Date - clock.GetUtcNow();
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}

/// <summary>Recognizes an HTML page that a proxy, a firewall or another site sends instead of the API's JSON.</summary>
internal static class ErrorPage
{
    private const int MaxTitleLength = 100;

    public static bool IsHtml(string? mediaType, string body)
    {
        var start = body.TrimStart();
        return mediaType is "text/html" or "application/xhtml+xml"
            || start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Returns a sentence that describes the page, and for a 4xx a second one that says what to check.</summary>
    public static string Describe(string body, HttpStatusCode status, Uri baseAddress)
    {
        var title = Title(body);
        var page = title.Length is 0 or > MaxTitleLength ? "The response is an HTML page instead of JSON." : $"The response is an HTML page with the title \"{title}\" instead of JSON.";
        return (int)status is >= 400 and < 500 ? $"{page} Check that BaseAddress, {baseAddress.GetLeftPart(UriPartial.Path)}, is the address of the API." : page;
    }

    private static string Title(string body)
    {
        var tag = body.IndexOf("<title", StringComparison.OrdinalIgnoreCase);
        var start = tag < 0 ? -1 : body.IndexOf('>', tag) + 1;
        var end = start <= 0 ? -1 : body.IndexOf("</title", start, StringComparison.OrdinalIgnoreCase);
        return end < 0 ? "" : PrintableText.Of(string.Join(" ", WebUtility.HtmlDecode(body.Substring(start, end - start)).Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries)), ErrorText.MaxLength);
    }
}
