using System.Buffers;

namespace Aurora.Client;

/// <summary>The body of a response. The idle timeout limits each wait for more bytes.</summary>
internal sealed class ResponseBody : IDisposable
{
    private readonly HttpResponseMessage _response;
    private readonly Stream _stream;
    private readonly AuroraClientOptions _options;
    private readonly CancellationToken _caller;
    private readonly CancellationTokenSource _ending;
    private readonly CancellationTokenRegistration _hangUp;
    private readonly ITimer _timer;

    private ResponseBody(HttpResponseMessage response, Stream stream, AuroraClientOptions options, CancellationToken caller)
    {
        (_response, _stream, _options, _caller) = (response, stream, options, caller);
        _ending = CancellationTokenSource.CreateLinkedTokenSource(caller);
        _timer = options.TimeProvider.CreateTimer(static state => ((CancellationTokenSource)state!).Cancel(), _ending, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        // On some platforms, the stream ignores the token while it waits for the network.
        _hangUp = _ending.Token.Register(static state => ((HttpResponseMessage)state!).Dispose(), response);
    }

    /// <summary>Opens the body. The response is disposed with the body, or if the body cannot be opened.</summary>
    public static async Task<ResponseBody> OpenAsync(HttpResponseMessage response, AuroraClientOptions options, CancellationToken cancellationToken)
    {
        try
        {
            var stream = response.Content is null ? Stream.Null : await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            return new ResponseBody(response, stream, options, cancellationToken);
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    /// <summary>The pool for its buffers.</summary>
    public ArrayPool<byte> Pool => _options.Pool;

    /// <summary>The length in the headers, which can be wrong; null if they contain none.</summary>
    public long? Length => _response.Content?.Headers.ContentLength;

    /// <returns>The number of bytes read, or 0 at the end.</returns>
    public async ValueTask<int> ReadAsync(byte[] buffer, int offset, int count)
    {
        _timer.Change(_options.BodyIdleTimeout, Timeout.InfiniteTimeSpan);
        try
        {
            var read = await _stream.ReadAsync(buffer.AsMemory(offset, count), _ending.Token).ConfigureAwait(false);
            _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            return read;
        }
        catch (Exception) when (_caller.IsCancellationRequested)
        {
            throw new OperationCanceledException(_caller);
        }
        catch (Exception exception) when (_ending.IsCancellationRequested)
        {
            throw new TimeoutException($"The response paused for longer than BodyIdleTimeout ({_options.BodyIdleTimeout}).", exception);
        }
        catch (ObjectDisposedException exception)
        {
            throw new IOException("The connection was closed.", exception);
        }
        // The Brotli stream throws an InvalidOperationException.
        catch (Exception exception) when (exception is InvalidDataException or InvalidOperationException)
        {
            throw new IOException("The body is not valid for the Content-Encoding in its headers.", exception);
        }
    }

    public void Dispose()
    {
        _timer.Dispose();
        _hangUp.Dispose();
        _ending.Dispose();
        _stream.Dispose();
        _response.Dispose();
    }
}
