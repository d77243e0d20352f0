using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Aurora.Cli.Tests.Galleries.Pages;

/// <summary>Serves a drawing for each path under <c>/previews/</c> and a short clip under <c>/videos/</c>. Returns 404 for other paths.</summary>
internal sealed class MediaServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public MediaServer()
    {
        _listener.Start();
        _ = AcceptAsync();
    }

    public string Address => $"http://{_listener.LocalEndpoint}/";

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        while (true)
            _ = AnswerAsync(await _listener.AcceptTcpClientAsync());
    }

    private static async Task AnswerAsync(TcpClient client)
    {
        using var _ = client;
        using var reader = new StreamReader(client.GetStream());
        if (await reader.ReadLineAsync() is not { } request)
            return;
        while (!string.IsNullOrEmpty(await reader.ReadLineAsync()))
        {
        }

        var path = request.Split(' ')[1];
        var (status, type, body) = path switch
        {
            _ when path.StartsWith("/previews/", StringComparison.Ordinal) =>
                ("200 OK", "image/svg+xml", Encoding.UTF8.GetBytes(PreviewDrawing.Of(path))),
            _ when path.StartsWith("/videos/", StringComparison.Ordinal) => ("200 OK", "video/webm", Clip()),
            _ => ("404 Not Found", "text/plain", "Not found."u8.ToArray()),
        };
        var head = $"HTTP/1.1 {status}\r\nConnection: close\r\nContent-Type: {type}\r\nContent-Length: {body.Length}\r\n\r\n";
        await client.GetStream().WriteAsync((byte[])[.. Encoding.ASCII.GetBytes(head), .. body]);
    }

    private static byte[] Clip()
    {
        using var clip = typeof(MediaServer).Assembly.GetManifestResourceStream("clip.webm")!;
        using var bytes = new MemoryStream();
        clip.CopyTo(bytes);
        return bytes.ToArray();
    }
}
