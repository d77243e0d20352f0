namespace Aurora.Client;

// What the generated operations call. Which of the three depends on the document's responses.
public partial class AuroraClient
{
    private Task SendAsync(AuroraRequest request, CancellationToken cancellationToken) => _transport.SendAsync(request, cancellationToken);

    private Task<T> SendAsync<T>(AuroraRequest request, JsonRead<T> read, CancellationToken cancellationToken) =>
        _transport.SendAsync(request, read, cancellationToken);

    private Task<IReadOnlyList<T>> SendListAsync<T>(AuroraRequest request, JsonRead<T> read, CancellationToken cancellationToken) =>
        _transport.SendListAsync(request, read, leavesThrottling: false, cancellationToken);
}
