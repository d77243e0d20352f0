namespace Aurora.Client;

/// <summary>A stream of the caller, which keeps what it has received.</summary>
internal sealed class StreamTarget(Stream stream) : DownloadTarget
{
    private long _length;

    public override long Length => _length;

    public override bool CanRestart => _length == 0;

    public override void Restart(FileVersion? version) => Version = version;

    public override async Task WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
        _length += bytes.Length;
    }
}
