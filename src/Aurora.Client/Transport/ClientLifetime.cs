using System.Runtime.CompilerServices;

namespace Aurora.Client;

/// <summary>Ends all running calls when the client is disposed.</summary>
internal sealed class ClientLifetime : IDisposable
{
    private readonly CancellationTokenSource _end = new();

    /// <exception cref="ObjectDisposedException">The client has been disposed.</exception>
    public CallLifetime Begin(CancellationToken cancellationToken) => new(cancellationToken, _end.Token);

    /// <summary>Returns the results of a call with several requests, and ends its requests and pauses when the client is disposed.</summary>
    /// <exception cref="ObjectDisposedException">The client has been disposed.</exception>
    public async IAsyncEnumerable<T> RunAsync<T>(Func<CancellationToken, IAsyncEnumerable<T>> call, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var lifetime = Begin(cancellationToken);
        await using var items = call(lifetime.Token).ConfigureAwait(false).GetAsyncEnumerator();
        while (await MoveNextAsync().ConfigureAwait(false))
            yield return items.Current;

        async ValueTask<bool> MoveNextAsync()
        {
            try
            {
                return await items.MoveNextAsync();
            }
            catch (Exception exception) when (lifetime.EndOf(exception) is { } end)
            {
                throw end;
            }
        }
    }

    // The source is not disposed: running calls still use its token, and without a timer it holds no resources.
    public void Dispose() => _end.Cancel();
}
