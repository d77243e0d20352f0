using System.Net;
using System.Net.Sockets;
using System.Text;
using Aurora.Testing.Serving;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;

namespace Aurora.Testing.Faults;

/// <summary>The wire under one request, and the right answer that a fault disturbs.</summary>
internal sealed class FaultContext(HttpContext http, Answer answer, TimeProvider clock)
{
    // Kestrel's flush hands bytes to its sender; without a moment to send them, an abort would take them along.
    private static readonly TimeSpan MomentToSend = TimeSpan.FromMilliseconds(50);

    public HttpStatusCode Status => answer.Status;

    public byte[] Body { get; } = Encoding.UTF8.GetBytes(answer.Body);

    public IHeaderDictionary Headers => http.Response.Headers;

    public async Task SendAsync(HttpStatusCode status, byte[] body)
    {
        http.Response.StatusCode = (int)status;
        Headers.ContentType = Headers.ContentType.Count == 0 ? "application/json" : Headers.ContentType;
        Headers.ContentLength = body.Length;
        await http.Response.Body.WriteAsync(body, http.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>Sends the headers of the right answer.</summary>
    public async Task BeginAsync(int? length)
    {
        http.Response.StatusCode = (int)Status;
        Headers.ContentType = "application/json";
        Headers.ContentLength = length;
        await http.Response.StartAsync(http.RequestAborted).ConfigureAwait(false);
    }

    public async Task WriteAsync(int start, int count)
    {
        await http.Response.Body.WriteAsync(Body.AsMemory(start, count), http.RequestAborted).ConfigureAwait(false);
        await http.Response.Body.FlushAsync(http.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>Waits by the server's clock; ends without an error when the client goes.</summary>
    public async Task PauseAsync(TimeSpan pause)
    {
        try
        {
            await Task.Delay(pause, clock, http.RequestAborted).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            http.Abort();
        }
    }

    public async Task AbortAsync()
    {
        await Task.Delay(MomentToSend).ConfigureAwait(false);
        http.Abort();
    }

    public Task ResetAsync()
    {
        var socket = http.Features.Get<IConnectionSocketFeature>()!.Socket;
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        socket.Close();
        return Task.CompletedTask;
    }
}
