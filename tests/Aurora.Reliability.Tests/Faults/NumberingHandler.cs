using System.Collections.Concurrent;

namespace Aurora.Reliability.Tests.Faults;

/// <summary>
/// Numbers the requests for each target, so that the server can identify the attempt. The inner handler can send a request twice.
/// </summary>
internal sealed class NumberingHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    public const string Header = "X-Request-Number";

    private readonly ConcurrentDictionary<string, int> _numbers = new();
    private int _pending;

    /// <summary>Gets the number of requests without a response.</summary>
    public int Pending => Volatile.Read(ref _pending);

    public int Count(Func<string, bool> target) => _numbers.Where(number => target(number.Key)).Sum(number => number.Value);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var number = _numbers.AddOrUpdate(request.RequestUri!.PathAndQuery, 1, (_, before) => before + 1);
        request.Headers.Add(Header, number.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Interlocked.Increment(ref _pending);
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _pending);
        }
    }
}
