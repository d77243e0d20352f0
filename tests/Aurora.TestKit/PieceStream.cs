namespace Aurora.TestKit;

/// <summary>Returns the bytes in small pieces and does not reveal the length, like a network.</summary>
internal sealed class PieceStream(Stream bytes, int size) : Stream
{
    public PieceStream(byte[] bytes, int size)
        : this(new MemoryStream(bytes), size)
    {
    }

    /// <summary>Gets the number of bytes that have been returned.</summary>
    public long Returned { get; private set; }

    public bool IsDisposed { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => Returned; set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await bytes.ReadAsync(buffer[..Math.Min(size, buffer.Length)], cancellationToken);
        Returned += read;
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Bodies must not be read synchronously.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }
}
