using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Aurora.Cli.Tests;

/// <summary>An HTTP server that knows nothing of the API: it keeps each request, and sends the same response to all.</summary>
internal sealed class PlainServer : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly int _status;
    private readonly byte[] _body;

    public PlainServer(int status, byte[] body)
    {
        (_status, _body) = (status, body);
        using (var port = new TcpListener(IPAddress.Loopback, 0))
        {
            port.Start();
            Address = $"http://127.0.0.1:{((IPEndPoint)port.LocalEndpoint).Port}/";
        }

        _listener.Prefixes.Add(Address);
        _listener.Start();
        _ = ServeAsync();
    }

    public PlainServer(int status, string body)
        : this(status, Encoding.UTF8.GetBytes(body))
    {
    }

    public string Address { get; }

    public ConcurrentQueue<Received> Requests { get; } = [];

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            using var body = new StreamReader(context.Request.InputStream);
            Requests.Enqueue(new(context.Request.HttpMethod, context.Request.RawUrl!, await body.ReadToEndAsync(), context.Request.Headers.Get));
            context.Response.StatusCode = _status;
            context.Response.AddHeader("X-Answer", "plain");
            context.Response.Close(_body, willBlock: false);
        }
    }

    internal sealed record Received(string Method, string Target, string Body, Func<string, string?> Header);
}
