using System.Runtime.CompilerServices;

namespace Aurora.Cli.Galleries;

/// <summary>Selects the addresses that the page may load and those that it may link to.</summary>
internal static class GalleryMedia
{
    /// <summary>The media sources for the content security policy. http is only for a server on this machine, such as the demo.</summary>
    private const string Sources = "https: http://127.0.0.1:* http://localhost:*";

    private const string Data = "data:";

    /// <summary>Returns the sources that a page needs whose media are embedded.</summary>
    public static string SourcesOf(bool areEmbedded) => areEmbedded ? $"{Sources} {Data}" : Sources;

    /// <summary>Returns the address if the sources allow it, or null.</summary>
    public static string? Source(string? text, bool acceptsData)
    {
        if (acceptsData && text?.StartsWith(Data, StringComparison.Ordinal) == true)
            return text;
        return Parse(text) is { } address && (address.Scheme == Uri.UriSchemeHttps || address.Host is "127.0.0.1" or "localhost") ? address.AbsoluteUri : null;
    }

    /// <summary>Returns the address if it is http or https, or null.</summary>
    // Other schemes, such as javascript: and data:, can run scripts.
    public static string? Link(string? text) => Parse(text)?.AbsoluteUri;

    private static Uri? Parse(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp) ? address : null;
}

/// <summary>Replaces the addresses of media by the media themselves, for a page that outlives the server of its media.</summary>
internal static class EmbeddedMedia
{
    public static async IAsyncEnumerable<AuroraFlow> EmbedAsync(
        IAsyncEnumerable<AuroraFlow> videos, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });
        await foreach (var video in videos.WithCancellation(cancellationToken))
        {
            video.Preview = await DataAsync(http, video.Preview ?? video.Image?.OriginalString, cancellationToken);
            video.VideoOutput = await DataAsync(http, video.VideoOutput, cancellationToken);
            video.Image = null;
            yield return video;
        }
    }

    private static async Task<string?> DataAsync(HttpClient http, string? address, CancellationToken cancellationToken)
    {
        if (GalleryMedia.Source(address, acceptsData: false) is not { } source)
            return null;
        using var response = await http.GetAsync(new Uri(source), cancellationToken);
        response.EnsureSuccessStatusCode();
        var bytes = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        return $"data:{response.Content.Headers.ContentType};base64,{Convert.ToBase64String(bytes)}";
    }
}
