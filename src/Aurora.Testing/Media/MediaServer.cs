using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using WireMock;
using WireMock.ResponseProviders;
using WireMock.Server;
using WireMock.Settings;

namespace Aurora.Testing.Media;

/// <summary>Serves a media file for every URL that contains an ID, without authentication. Supports range requests and entity tags.</summary>
internal sealed class MediaServer : IResponseProvider, IDisposable
{
    private readonly WireMockServer _server;

    public MediaServer(IPAddress address)
    {
        (_server, var origin) = WireServer.Start(address, port: 0, this);
        Urls = new MediaUrls(origin);
    }

    public MediaUrls Urls { get; }

    public async Task<(IResponseMessage Message, IMapping? Mapping)> ProvideResponseAsync(
        IMapping mapping, HttpContext context, IRequestMessage requestMessage, WireMockServerSettings settings)
    {
        await File(context.Request.Path.Value ?? "").ExecuteAsync(context).ConfigureAwait(false);
        return (null!, null);
    }

    public void Dispose()
    {
        _server.Stop();
        _server.Dispose();
    }

    private static IResult File(string path)
    {
        if (!Guid.TryParse(Path.GetFileNameWithoutExtension(path), out var id))
            return Results.NotFound();
        var tag = new EntityTagHeaderValue($"\"{id:N}\"");
        return Path.GetExtension(path) switch
        {
            VideoSample.Extension => Results.File(VideoSample.Bytes, VideoSample.ContentType, enableRangeProcessing: true, entityTag: tag),
            PictureSample.Extension => Results.File(PictureSample.Make(id), PictureSample.ContentType, enableRangeProcessing: true, entityTag: tag),
            _ => Results.NotFound(),
        };
    }
}

/// <summary>Replaces the placeholder URLs of generated videos with the URLs of a media server.</summary>
internal sealed class MediaUrls(Uri origin)
{
    public const string PlaceholderHost = "https://media.example.com/";

    private static readonly Dictionary<string, string> Extensions = new()
    {
        ["video_output"] = VideoSample.Extension,
        ["preview"] = PictureSample.Extension,
        ["image"] = PictureSample.Extension,
    };

    /// <summary>Changes the video and returns it.</summary>
    public JObject Apply(JObject video)
    {
        foreach (var (property, extension) in Extensions)
        {
            if (video[property] is JValue { Value: string url } && url.StartsWith(PlaceholderHost, StringComparison.Ordinal))
                video[property] = new Uri(origin, Path.ChangeExtension(url[PlaceholderHost.Length..], extension)).AbsoluteUri;
        }

        return video;
    }
}
