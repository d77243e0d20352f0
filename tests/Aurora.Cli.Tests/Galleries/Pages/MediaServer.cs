using System.Text;

namespace Aurora.Cli.Tests.Galleries.Pages;

/// <summary>Serves a drawing for each path under <c>/previews/</c> and a short clip under <c>/videos/</c>. Returns 404 for other paths.</summary>
internal sealed class MediaServer : IDisposable
{
    private readonly RawServer _server = new(RespondAsync);

    public string Address => _server.Address.ToString();

    public void Dispose() => _server.Dispose();

    private static async Task RespondAsync(Stream stream)
    {
        if (await RawServer.ReadHeadAsync(stream) is not { Length: > 0 } request)
            return;
        var path = request.Split(' ')[1];
        var (status, type, body) = path switch
        {
            _ when path.StartsWith("/previews/", StringComparison.Ordinal) =>
                ("200 OK", "image/svg+xml", Encoding.UTF8.GetBytes(PreviewDrawing.Of(path))),
            _ when path.StartsWith("/videos/", StringComparison.Ordinal) => ("200 OK", "video/webm", Clip()),
            _ => ("404 Not Found", "text/plain", "Not found."u8.ToArray()),
        };
        var head = $"HTTP/1.1 {status}\r\nConnection: close\r\nContent-Type: {type}\r\nContent-Length: {body.Length}\r\n\r\n";
        await stream.WriteAsync((byte[])[.. Encoding.ASCII.GetBytes(head), .. body]);
    }

    private static byte[] Clip()
    {
        using var clip = typeof(MediaServer).Assembly.GetManifestResourceStream("clip.webm")!;
        using var bytes = new MemoryStream();
        clip.CopyTo(bytes);
        return bytes.ToArray();
    }
}
