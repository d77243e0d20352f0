using Aurora.Cli.Connections;

namespace Aurora.Cli.Mocks;

/// <summary>A mock that answers, until it is disposed of.</summary>
/// <param name="Address">Where it is.</param>
/// <param name="Keys">What requests must carry.</param>
/// <param name="Server">What has to be stopped.</param>
internal sealed record Mock(Uri Address, ApiKeys Keys, IAsyncDisposable Server) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
