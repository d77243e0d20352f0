using System.Net;

namespace Aurora.Client;

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
