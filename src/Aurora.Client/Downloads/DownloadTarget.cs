using System.Net.Http.Headers;

namespace Aurora.Client;

/// <summary>Where the bytes of a download go.</summary>
internal abstract class DownloadTarget
{
    public abstract long Length { get; }

    /// <summary>Gets whether the bytes that have been written can be taken back.</summary>
    public abstract bool CanRestart { get; }

    /// <summary>Gets what the server said about the file; null when nothing can be resumed.</summary>
    public FileVersion? Version { get; protected set; }

    public long? Total => Version?.Total;

    /// <summary>Gets whether all bytes have been written. False when the size is 0 or is not known.</summary>
    public bool IsComplete => Length > 0 && Total == Length;

    /// <summary>Gets where to resume; null to request the whole file.</summary>
    public (long Position, RangeConditionHeaderValue Validator)? Resume =>
        Length > 0 && Version is { Total: not null, Validator: { } validator } ? (Length, validator) : null;

    /// <summary>Takes back what has been written, and prepares for the whole file.</summary>
    public abstract void Restart(FileVersion? version);

    public abstract Task WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken);
}

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
