using Aurora.Client;

namespace Aurora.Cli.Connections;

/// <summary>A client, and what has to be stopped once it is no longer needed.</summary>
internal sealed class Connection(AuroraClient client, Uri address, IAsyncDisposable? server = null) : IAsyncDisposable
{
    public IAuroraClient Client => client;

    public Uri Address => address;

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        if (server is not null)
            await server.DisposeAsync();
    }
}
