using System.Net;
using System.Net.Sockets;
using System.Text;
using Aurora.Testing.Serving;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Aurora.Testing.Faults;

/// <summary>The wire under one request, and the right answer that a fault disturbs.</summary>
internal sealed class FaultContext(HttpContext http, Func<Answer> answer, TimeProvider clock, CancellationToken ended)
{
    private const int PieceBytes = 64 * 1024;

    // Kestrel's flush hands bytes to its sender; without a moment to send them, an abort would take them along.
    private static readonly TimeSpan MomentToSend = TimeSpan.FromMilliseconds(50);

    // Made when a fault asks for it: a fault in place of the answer lists no video.
    private readonly Lazy<Answer> _answer = new(answer);

    public HttpStatusCode Status => _answer.Value.Status;

    public byte[] Body => _answer.Value.Body;

    public IHeaderDictionary Headers => http.Response.Headers;

    /// <summary>The status that went out, or null as long as none did.</summary>
    public HttpStatusCode? SentStatus { get; private set; }

    private Socket Socket => http.Features.Get<IConnectionSocketFeature>()!.Socket;

    /// <summary>Sends the right answer.</summary>
    public Task SendAsync()
    {
        foreach (var (name, value) in _answer.Value.Headers)
            Headers[name] = value;
        return SendAsync(Status, Body);
    }

    public async Task SendAsync(HttpStatusCode status, byte[] body)
    {
        http.Response.StatusCode = (int)status;
        SentStatus = status;
        // A response without a body has no length either, and Kestrel insists.
        if (status is HttpStatusCode.NoContent or HttpStatusCode.ResetContent or HttpStatusCode.NotModified)
            return;
        SetType();
        Headers.ContentLength = body.Length;
        // Piece by piece, so that a slow client holds up the sending, and not megabytes of copies.
        for (var sent = 0; sent < body.Length; sent += PieceBytes)
            await http.Response.Body.WriteAsync(body.AsMemory(sent, Math.Min(PieceBytes, body.Length - sent)), ended).ConfigureAwait(false);
    }

    /// <summary>Sends the headers of the right answer.</summary>
    public async Task BeginAsync(int? length)
    {
        http.Response.StatusCode = (int)Status;
        SentStatus = Status;
        SetType();
        Headers.ContentLength = length;
        await http.Response.StartAsync(ended).ConfigureAwait(false);
    }

    public async Task WriteAsync(int start, int count)
    {
        await http.Response.Body.WriteAsync(Body.AsMemory(start, count), ended).ConfigureAwait(false);
        await http.Response.Body.FlushAsync(ended).ConfigureAwait(false);
    }

    /// <summary>The status line and headers of the right answer as bytes, with those that the fault has set and these.</summary>
    public byte[] Head(params IEnumerable<(string Name, string Value)> headers)
    {
        SetType();
        var lines = Headers.SelectMany(header => header.Value.Select(value => $"{header.Key}: {value}"))
            .Concat(headers.Select(header => $"{header.Name}: {header.Value}"));
        return Encoding.Latin1.GetBytes(
            $"HTTP/1.1 {(int)Status} {ReasonPhrases.GetReasonPhrase((int)Status)}\r\n{string.Concat(lines.Select(line => $"{line}\r\n"))}\r\n");
    }

    /// <summary>Sends bytes past the web server, which knows nothing of them.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="status">The status that they carry, if they do.</param>
    public async Task SendRawAsync(ReadOnlyMemory<byte> bytes, HttpStatusCode? status = null)
    {
        SentStatus = status;
        while (bytes.Length > 0)
            bytes = bytes[await Socket.SendAsync(bytes, ended).ConfigureAwait(false)..];
    }

    /// <summary>Waits by the server's clock; cancelled when the client goes or the server stops, so that nothing is answered to nobody.</summary>
    public Task PauseAsync(TimeSpan pause) => Task.Delay(pause, clock, ended);

    /// <summary>Gives the client a moment to see what was sent before what comes next takes it away.</summary>
    public static Task MomentAsync() => Task.Delay(MomentToSend);

    public async Task AbortAsync()
    {
        await MomentAsync().ConfigureAwait(false);
        http.Abort();
    }

    /// <summary>Ends the connection in order (FIN), behind all that was sent.</summary>
    public Task CloseAsync()
    {
        Socket.Shutdown(SocketShutdown.Both);
        http.Abort();
        return Task.CompletedTask;
    }

    /// <summary>Resets the connection (RST).</summary>
    public Task ResetAsync()
    {
        var socket = Socket;
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        socket.Close();
        return Task.CompletedTask;
    }

    private void SetType() => Headers.ContentType = Headers.ContentType.Count == 0 ? "application/json" : Headers.ContentType;
}
