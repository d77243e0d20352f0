namespace Aurora.Client;

// The generated operations call these. Which of the three depends on the response in the document.
public partial class AuroraClient
{
    private Task SendAsync(AuroraRequest request, CancellationToken cancellationToken) => Transport.SendAsync(request, cancellationToken);

    private Task<T> SendAsync<T>(AuroraRequest request, JsonRead<T> read, CancellationToken cancellationToken) =>
        Transport.SendAsync(request, read, cancellationToken);

    private Task<IReadOnlyList<T>> SendListAsync<T>(AuroraRequest request, JsonRead<T> read, CancellationToken cancellationToken) =>
        Transport.SendListAsync(request, read, tally: null, cancellationToken);
}
