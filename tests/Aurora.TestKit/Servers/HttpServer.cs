using System.Net;
using System.Net.Sockets;

namespace Aurora.TestKit;

/// <summary>An HTTP server on loopback that handles one request at a time as a test defines.</summary>
internal sealed class HttpServer : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Func<HttpListenerContext, Task> _handle;

    public HttpServer(Func<HttpListenerContext, Task> handle)
    {
        _handle = handle;
        using (var port = new TcpListener(IPAddress.Loopback, 0))
        {
            port.Start();
            Address = new Uri($"http://127.0.0.1:{((IPEndPoint)port.LocalEndpoint).Port}/");
        }

        _listener.Prefixes.Add(Address.ToString());
        _listener.Start();
        _ = ServeAsync();
    }

    public Uri Address { get; }

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
                await _handle(await _listener.GetContextAsync());
        }
        catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
        {
            // The listener has been stopped.
        }
    }
}
