using System.Runtime.CompilerServices;
using Aurora.Client;

namespace Aurora.Cli.Galleries;

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
