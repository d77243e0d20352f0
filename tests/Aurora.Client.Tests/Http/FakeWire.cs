namespace Aurora.Client.Tests.Http;

/// <summary>Answers at once, on the thread that asks, unless the test lets it do otherwise: what no real network does.</summary>
internal sealed class FakeWire(Func<int, HttpResponseMessage> answer) : HttpMessageHandler
{
    /// <summary>What is done, and waited for, before request number n (from 1) is answered.</summary>
    public Func<int, CancellationToken, Task> Before { get; init; } = (_, _) => Task.CompletedTask;

    /// <summary>Receives each request.</summary>
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
