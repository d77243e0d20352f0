using Aurora.Testing;

namespace Aurora.Client.Tests;

/// <summary>A fake API for each test, and clients of it.</summary>
public abstract class AuroraServerFixture
{
    private readonly List<IDisposable> _clients = [];

    protected AuroraServer Server { get; private set; } = null!;

    [SetUp]
    public void StartServer() => Server = AuroraServer.Start();

    [TearDown]
    public void StopServer()
    {
        _clients.ForEach(client => client.Dispose());
        _clients.Clear();
        Server.Dispose();
    }

    /// <summary>A client with the server's keys, and without pauses between retries.</summary>
    protected AuroraClient Client(Action<AuroraClientOptions>? configure = null, HttpMessageHandler? handler = null, TimeProvider? clock = null)
    {
        var options = new AuroraClientOptions { ApiId = Server.ApiId, ApiKey = Server.ApiKey, BaseAddress = Server.BaseAddress, RetryDelay = TimeSpan.Zero };
        options.TimeProvider = clock ?? options.TimeProvider;
        configure?.Invoke(options);
        var client = handler is null ? AuroraClient.Create(options) : AuroraClient.Create(options, handler);
        _clients.Add(client);
        return client;
    }

    /// <summary>For a clock that runs faster than the machine: no timeout ends a request that is merely slow.</summary>
    protected static void WithoutTimeouts(AuroraClientOptions options) =>
        options.Timeout = options.AttemptTimeout = options.BodyIdleTimeout = TimeSpan.FromHours(24);
}
