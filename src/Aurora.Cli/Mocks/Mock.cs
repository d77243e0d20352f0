using Aurora.Cli.Connections;

namespace Aurora.Cli.Mocks;

/// <summary>A running mock server.</summary>
/// <param name="Address">The address of the server.</param>
/// <param name="Keys">The keys that requests must contain.</param>
/// <param name="Server">The server, which is disposed together with this object.</param>
internal sealed record Mock(Uri Address, ApiKeys Keys, IAsyncDisposable Server) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
