using System.Net;

namespace Aurora.Client.Tests.Transport;

/// <summary>A server that saves each request. The test defines its first response, and all later ones are 204.</summary>
internal sealed class SavingServer : IDisposable
{
    private readonly HttpServer _server;
    private Func<HttpListenerResponse, bool>? _first;
    private readonly TaskCompletionSource _wasReached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _received;
    private int _saved;

    public SavingServer() => _server = new HttpServer(RespondAsync);

    public Uri Address => _server.Address;

    /// <summary>Completes when the first request has been saved.</summary>
    public Task WasReached => _wasReached.Task;

    public int Received => _received;

    /// <summary>The number of requests that were not rejected with 429, or with 503 and <c>Retry-After</c>.</summary>
    public int Saved => _saved;

    public void Respond(int status, string? retryAfter = null) => _first = response =>
    {
        response.StatusCode = status;
        if (retryAfter is not null)
            response.AddHeader("Retry-After", retryAfter);
        response.Close();
        return status != 429 && !(status == 503 && retryAfter is not null);
    };

    public void NeverRespond() => _first = _ => true;

    public void Dispose() => _server.Dispose();

    private Task RespondAsync(HttpListenerContext context)
    {
        var respond = Interlocked.Increment(ref _received) == 1 ? _first : null;
        // A real server also saves before it responds.
        Interlocked.Increment(ref _saved);
        _wasReached.TrySetResult();
        if (respond is not null)
        {
            if (!respond(context.Response))
                Interlocked.Decrement(ref _saved);
            return Task.CompletedTask;
        }

        context.Response.StatusCode = 204;
        context.Response.Close();
        return Task.CompletedTask;
    }
}
