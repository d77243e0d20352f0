using System.Buffers;
using System.Text;

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

/// <summary>Buffers the received bytes of a body until they are read, in a pooled array that grows up to a limit.</summary>
internal sealed class ResponseBuffer(ResponseBody body) : IDisposable
{
    private const int LeastSize = 1024;
    private const int FirstSize = 16 * 1024;

    // A body that arrives faster than it is processed is read in larger pieces, so that fewer videos are split.
    private const int FastSize = 64 * 1024;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    private byte[] _bytes = body.Pool.Rent((int)Math.Max(LeastSize, Math.Min(body.Length ?? FirstSize, FastSize)));
    private int _start;
    private int _end;
    private bool _isFirst = true;
    private bool _isFast;

    public bool IsComplete { get; private set; }

    public long Total { get; private set; }

    public ReadOnlySpan<byte> Unread => _bytes.AsSpan(_start, _end - _start);

    public void Advance(int count) => _start += count;

    /// <summary>Waits for more bytes or for the end.</summary>
    public async ValueTask FillAsync()
    {
        do
        {
            MakeRoom();
            var read = await body.ReadAsync(_bytes, _end, _bytes.Length - _end).ConfigureAwait(false);
            _end += read;
            _isFast = _end == _bytes.Length;
            Total += read;
            IsComplete = read == 0;
        }
        while (MayBeInByteOrderMark);

        SkipByteOrderMark();
    }

    /// <summary>Returns the start of the unread bytes as text. It is longer than the text in an exception, so that a key at the limit is still found.</summary>
    public string Excerpt() => Encoding.UTF8.GetString(_bytes, _start, Math.Min(_end - _start, AuroraApiException.MaxBodyLength * 4));

    public void Dispose()
    {
        var bytes = Interlocked.Exchange(ref _bytes, []);
        if (bytes.Length > 0)
            body.Pool.Return(bytes);
    }

    private void MakeRoom()
    {
        if (_end - _start == _bytes.Length || (_isFast && _bytes.Length < FastSize))
            MoveTo(body.Pool.Rent(_bytes.Length * 2));
        else if (_start > 0)
            MoveTo(_bytes);
    }

    private void MoveTo(byte[] target)
    {
        Buffer.BlockCopy(_bytes, _start, target, 0, _end - _start);
        (_start, _end) = (0, _end - _start);
        if (target == _bytes)
            return;
        body.Pool.Return(_bytes);
        _bytes = target;
    }

    private bool MayBeInByteOrderMark => _isFirst && !IsComplete && _end is (1 or 2) && _bytes[0] == ByteOrderMark[0];

    private void SkipByteOrderMark()
    {
        if (_isFirst && Unread.StartsWith(ByteOrderMark))
            _start += ByteOrderMark.Length;
        _isFirst = false;
    }
}
