using Aurora.Testing.Faults;
using Aurora.Testing.Listing;
using Aurora.Testing.Serving;
using WireMock.Server;

namespace Aurora.Testing;

/// <summary>
/// A fake Aurora API that runs inside the calling process, answers over real HTTP and can be reached from this machine only.
/// It answers <c>GET /api/aurora/</c> as the vendor's document says: keys, <c>ids</c>, <c>ordering</c> and errors.
/// </summary>
/// <remarks>All members may be used from several threads at once. Servers do not share anything, so each test can start its own.</remarks>
public sealed class AuroraServer : IDisposable, IAsyncDisposable
{
    private readonly RequestLog _log;
    private readonly WireMockServer _server;
    private readonly FaultPlan _faults = new();

    private AuroraServer(AuroraServerOptions options)
    {
        ApiId = options.ApiId;
        ApiKey = options.ApiKey;
        Videos = new AuroraVideoCollection();
        foreach (var video in VideoGenerator.Generate(options.VideoCount, options.Seed))
        {
            Videos.Add(video);
        }

        _log = new RequestLog(options.TimeProvider, new KeyRedaction(ApiId, ApiKey));
        var router = new Router(new Credentials(ApiId, ApiKey), new ListOperation(Videos));
        _server = LoopbackServer.Start(options.Port, new AuroraResponseProvider(router, _log, _faults, options.TimeProvider));
        // WireMock.Net reports a fixed port as "localhost", which a client may try on IPv6 first.
        BaseAddress = new Uri($"http://127.0.0.1:{_server.Port}/");
        Started?.Invoke(this);
    }

    /// <summary>Raised by the thread that starts a server: this repository's tests hold every request to the document.</summary>
    internal static event Action<AuroraServer>? Started;

    /// <summary>The address to give to the client under test, such as <c>http://127.0.0.1:40123/</c>.</summary>
    public Uri BaseAddress { get; }

    /// <summary>The API ID that requests must carry.</summary>
    public string ApiId { get; }

    /// <summary>The API key that requests must carry.</summary>
    public string ApiKey { get; }

    /// <summary>The videos of the account. A change holds from the next request on.</summary>
    public AuroraVideoCollection Videos { get; }

    /// <summary>The latest requests, at most 200, oldest first, as a snapshot. A request is listed before its answer is sent.</summary>
    public IReadOnlyList<AuroraRequestLogEntry> Requests => _log.Entries;

    internal RequestLog Log => _log;

    /// <summary>Starts a server and returns when it answers.</summary>
    /// <param name="options">How to start; the defaults when null.</param>
    /// <exception cref="ArgumentException">An option is out of its range. Nothing has been started then.</exception>
    public static AuroraServer Start(AuroraServerOptions? options = null)
    {
        options ??= new AuroraServerOptions();
        AuroraServerOptionsValidator.Validate(options);
        return new AuroraServer(options);
    }

    /// <summary>How many faults, or rules for them, have not been used up.</summary>
    public int PendingFaults => _faults.Pending;

    /// <summary>Lets the coming requests meet these faults, each one request, in their order. The keys are not looked at before.</summary>
    public void Next(params IEnumerable<AuroraFault> faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        foreach (var fault in faults)
        {
            When(_ => true, fault);
        }
    }

    /// <summary>Lets requests that fit meet a fault.</summary>
    /// <param name="predicate">Which requests.</param>
    /// <param name="fault">What they meet.</param>
    /// <param name="times">How many of them; <see cref="int.MaxValue"/> for all.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="times"/> is less than 1.</exception>
    public void When(Func<AuroraRequestLogEntry, bool> predicate, AuroraFault fault, int times = 1)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        ArgumentNullException.ThrowIfNull(fault);
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        _faults.Add(predicate, fault, times);
    }

    /// <summary>Passes when every request so far was a <c>GET</c> on <c>/api/aurora/</c>, whatever the answer was.</summary>
    /// <exception cref="UnexpectedRequestsException">There were others. The message lists them.</exception>
    public void AssertNoUnexpectedRequests() => _log.AssertNoUnexpectedRequests();

    /// <summary>Stops the server and frees its port. A second call does nothing.</summary>
    public void Dispose()
    {
        _server.Stop();
        _server.Dispose();
    }

    /// <inheritdoc cref="Dispose"/>
    public async ValueTask DisposeAsync() => await Task.Run(Dispose).ConfigureAwait(false);
}
