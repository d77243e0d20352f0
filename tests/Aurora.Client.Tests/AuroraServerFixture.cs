using Aurora.Testing;

namespace Aurora.Client.Tests;

/// <summary>Gives each test a fake API and clients for it.</summary>
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

    /// <summary>Creates a client with the keys of the server, and without pauses between retries.</summary>
    protected AuroraClient Client(Action<AuroraClientOptions>? configure = null, HttpMessageHandler? handler = null, TimeProvider? clock = null)
    {
        var options = new AuroraClientOptions { ApiId = Server.ApiId, ApiKey = Server.ApiKey, BaseAddress = Server.BaseAddress, RetryDelay = TimeSpan.Zero };
        options.TimeProvider = clock ?? options.TimeProvider;
        configure?.Invoke(options);
        var client = handler is null ? AuroraClient.Create(options) : AuroraClient.Create(options, handler);
        _clients.Add(client);
        return client;
    }

    /// <summary>Options for a fake clock that is faster than the machine, so that no timeout ends a slow request.</summary>
    protected static void WithoutTimeouts(AuroraClientOptions options) =>
        options.Timeout = options.AttemptTimeout = options.BodyIdleTimeout = TimeSpan.FromHours(24);
}
