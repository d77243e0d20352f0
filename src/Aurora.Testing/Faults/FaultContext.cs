using System.Net.Sockets;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Aurora.Testing.Faults;

/// <summary>The connection of one request, and the normal response that a fault disturbs.</summary>
internal sealed class FaultContext(HttpContext http, Func<FakeResponse> response, TimeProvider clock, CancellationToken stopping)
{
    private const int PieceBytes = 64 * 1024;

    // Kestrel sends flushed bytes asynchronously, and an immediate abort would discard them.
    private static readonly TimeSpan SendTime = TimeSpan.FromMilliseconds(50);

    // Lazy, because a fault that replaces the response must not count as a list request.
    private readonly Lazy<FakeResponse> _response = new(response);

    public HttpStatusCode Status => _response.Value.Status;

    public byte[] Body => _response.Value.Body;

    public IHeaderDictionary Headers => http.Response.Headers;

    /// <summary>Gets the status code that was sent, or null if none was sent.</summary>
    public HttpStatusCode? SentStatus { get; private set; }

    private Socket Socket => http.Features.Get<IConnectionSocketFeature>()!.Socket;

    /// <summary>Sends the normal response.</summary>
    public Task SendAsync()
    {
        foreach (var (name, value) in _response.Value.Headers)
            Headers[name] = value;
        return SendAsync(Status, Body);
    }

    public async Task SendAsync(HttpStatusCode status, byte[] body)
    {
        http.Response.StatusCode = (int)status;
        SentStatus = status;
        // Kestrel rejects a Content-Length header on a response that cannot have a body.
        if (status is HttpStatusCode.NoContent or HttpStatusCode.ResetContent or HttpStatusCode.NotModified)
            return;
        SetContentType();
        Headers.ContentLength = body.Length;
        // Writing in pieces lets Kestrel apply backpressure instead of buffering megabytes for a slow client.
        for (var sent = 0; sent < body.Length; sent += PieceBytes)
            await http.Response.Body.WriteAsync(body.AsMemory(sent, Math.Min(PieceBytes, body.Length - sent)), stopping).ConfigureAwait(false);
    }

    public async Task BeginAsync(int? length)
    {
        http.Response.StatusCode = (int)Status;
        SentStatus = Status;
        SetContentType();
        Headers.ContentLength = length;
        await http.Response.StartAsync(stopping).ConfigureAwait(false);
    }

    public async Task WriteAsync(int start, int count)
    {
        await http.Response.Body.WriteAsync(Body.AsMemory(start, count), stopping).ConfigureAwait(false);
        await http.Response.Body.FlushAsync(stopping).ConfigureAwait(false);
    }

    /// <summary>Returns the status line and headers of the normal response, with the headers set by the fault and the specified ones.</summary>
    public byte[] Head(params IEnumerable<(string Name, string Value)> headers)
    {
        SetContentType();
        var lines = Headers.SelectMany(header => header.Value.Select(value => $"{header.Key}: {value}"))
            .Concat(headers.Select(header => $"{header.Name}: {header.Value}"));
        return Encoding.Latin1.GetBytes(
            $"HTTP/1.1 {(int)Status} {ReasonPhrases.GetReasonPhrase((int)Status)}\r\n{string.Concat(lines.Select(line => $"{line}\r\n"))}\r\n");
    }

    /// <summary>Sends bytes on the socket, bypassing Kestrel.</summary>
    public async Task SendRawAsync(ReadOnlyMemory<byte> bytes, HttpStatusCode? status = null)
    {
        SentStatus = status;
        while (bytes.Length > 0)
            bytes = bytes[await Socket.SendAsync(bytes, stopping).ConfigureAwait(false)..];
    }

    /// <summary>Waits by the server's clock. The wait is canceled when the client disconnects or the server stops.</summary>
    public Task PauseAsync(TimeSpan pause) => Task.Delay(pause, clock, stopping);

    public static Task WaitForSendAsync() => Task.Delay(SendTime);

    public async Task AbortAsync()
    {
        await WaitForSendAsync().ConfigureAwait(false);
        http.Abort();
    }

    /// <summary>Closes the connection gracefully (FIN) after everything has been sent.</summary>
    public Task CloseAsync()
    {
        Socket.Shutdown(SocketShutdown.Both);
        http.Abort();
        return Task.CompletedTask;
    }

    public Task ResetAsync()
    {
        var socket = Socket;
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        socket.Close();
        return Task.CompletedTask;
    }

    private void SetContentType() => Headers.ContentType = Headers.ContentType.Count == 0 ? "application/json" : Headers.ContentType;
}
