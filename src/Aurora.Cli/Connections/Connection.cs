using Aurora.Client;

namespace Aurora.Cli.Connections;

/// <summary>A client, with the resources that are disposed together with it.</summary>
internal sealed class Connection(AuroraClient client, Uri address, IAsyncDisposable? server = null) : IAsyncDisposable
{
    public AuroraClient Client => client;

    public Uri Address => address;

    /// <summary>The trace of the requests, or null without <c>--verbose</c>.</summary>
    public IDisposable? Trace { get; set; }

    public async ValueTask DisposeAsync()
    {
        Trace?.Dispose();
        client.Dispose();
        if (server is not null)
            await server.DisposeAsync();
    }
}
