using Aurora.Testing.Seasoning;
using Aurora.Testing.Serving;
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
