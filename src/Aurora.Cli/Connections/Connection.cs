using Aurora.Client;

namespace Aurora.Cli.Connections;

/// <summary>A client, and what has to be stopped once it is no longer needed.</summary>
internal sealed class Connection(AuroraClient client, Uri address, IAsyncDisposable? server = null) : IAsyncDisposable
{
    public AuroraClient Client => client;

    public Uri Address => address;

    /// <summary>What tells of the requests, if anything does.</summary>
    public IDisposable? Trace { get; set; }

    public async ValueTask DisposeAsync()
    {
        Trace?.Dispose();
        client.Dispose();
        if (server is not null)
            await server.DisposeAsync();
    }
}
