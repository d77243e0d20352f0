using System.Text;

namespace Aurora.Client;

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

    /// <summary>Whether the body has ended.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>The total number of bytes received.</summary>
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
