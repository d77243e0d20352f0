namespace Aurora.Client.Tests.Transport;

/// <summary>A network handler that responds immediately on the same thread, unless the test sets another behavior.</summary>
internal sealed class FakeWire(Func<int, HttpResponseMessage> answer) : HttpMessageHandler
{
    /// <summary>Is called, and awaited, with the number of the request, starting at 1, before the response.</summary>
    public Func<int, CancellationToken, Task> Before { get; init; } = (_, _) => Task.CompletedTask;

    /// <summary>Is called with each request.</summary>
    public Action<HttpRequestMessage> OnRequest { get; init; } = _ => { };

    public int Requests { get; private set; }

    public bool IsDisposed { get; private set; }

    public static AuroraClientOptions Options => OptionsWith(TimeProvider.System);

    public static AuroraClientOptions OptionsWith(TimeProvider clock) =>
        new() { ApiId = "an-id", ApiKey = "a-key", RetryDelay = TimeSpan.Zero, TimeProvider = clock };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var number = ++Requests;
        OnRequest(request);
        await Before(number, cancellationToken).ConfigureAwait(false);
        return answer(number);
    }

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }
}
