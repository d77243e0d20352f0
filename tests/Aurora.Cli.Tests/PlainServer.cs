using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace Aurora.Cli.Tests;

/// <summary>An HTTP server that is not an Aurora API. It records each request and sends the same response to all.</summary>
internal sealed class PlainServer : IDisposable
{
    private readonly HttpServer _server;
    private readonly int _status;
    private readonly byte[] _body;

    public PlainServer(int status, byte[] body)
    {
        (_status, _body) = (status, body);
        _server = new HttpServer(RespondAsync);
    }

    public PlainServer(int status, string body)
        : this(status, Encoding.UTF8.GetBytes(body))
    {
    }

    public string Address => _server.Address.ToString();

    public ConcurrentQueue<Received> Requests { get; } = [];

    public void Dispose() => _server.Dispose();

    private async Task RespondAsync(HttpListenerContext context)
    {
        using var body = new StreamReader(context.Request.InputStream);
        Requests.Enqueue(new(context.Request.HttpMethod, context.Request.RawUrl!, await body.ReadToEndAsync(), context.Request.Headers.Get));
        context.Response.StatusCode = _status;
        context.Response.AddHeader("X-Answer", "plain");
        context.Response.Close(_body, willBlock: false);
    }

    internal sealed record Received(string Method, string Target, string Body, Func<string, string?> Header);
}
