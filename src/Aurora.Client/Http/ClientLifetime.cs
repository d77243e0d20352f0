using System.Runtime.CompilerServices;

namespace Aurora.Client;

/// <summary>Ends every call that is under way when the client is disposed.</summary>
internal sealed class ClientLifetime : IDisposable
{
    private readonly CancellationTokenSource _end = new();

    /// <exception cref="ObjectDisposedException">The client has been disposed.</exception>
    public CallLifetime Begin(CancellationToken cancellationToken) => new(cancellationToken, _end.Token);

    /// <summary>Hands out what a call of several requests finds, and ends its requests and pauses with the client.</summary>
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

    // Without a timer the source holds nothing that needs to be released, and calls may still look at its token.
    public void Dispose() => _end.Cancel();
}
