using System.Net;
using System.Net.Sockets;

namespace Aurora.Client.Tests.Http;

/// <summary>A server that saves each request. Its first response is set by the test, and all later ones are 204.</summary>
internal sealed class SavingServer : IDisposable
{
    private readonly HttpListener _listener = new();
    private Func<HttpListenerResponse, bool>? _first;
    private readonly TaskCompletionSource _wasReached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _received;
    private int _saved;

    public SavingServer()
    {
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

            var respond = Interlocked.Increment(ref _received) == 1 ? _first : null;
            // A real server also saves before it responds.
            Interlocked.Increment(ref _saved);
            _wasReached.TrySetResult();
            if (respond is not null)
            {
                if (!respond(context.Response))
                    Interlocked.Decrement(ref _saved);
                continue;
            }

            context.Response.StatusCode = 204;
            context.Response.Close();
        }
    }
}
