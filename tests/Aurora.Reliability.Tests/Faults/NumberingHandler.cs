using System.Collections.Concurrent;

namespace Aurora.Reliability.Tests.Faults;

/// <summary>Numbers the requests for each target, so that a server meets the attempt it means: the handler below may send one twice.</summary>
internal sealed class NumberingHandler(HttpMessageHandler wire) : DelegatingHandler(wire)
{
    public const string Header = "X-Request-Number";

    private readonly ConcurrentDictionary<string, int> _numbers = new();
    private int _underWay;

    /// <summary>How many requests have no answer yet.</summary>
    public int UnderWay => Volatile.Read(ref _underWay);

    public int Count(Func<string, bool> target) => _numbers.Where(number => target(number.Key)).Sum(number => number.Value);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var number = _numbers.AddOrUpdate(request.RequestUri!.PathAndQuery, 1, (_, before) => before + 1);
        request.Headers.Add(Header, number.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Interlocked.Increment(ref _underWay);
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
        }
    }
}
