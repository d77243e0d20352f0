using Microsoft.Win32.SafeHandles;

namespace Aurora.Cli.Terminals;

/// <summary>Standard output. On Unix, a write throws when the reader has left, which the stream of <see cref="Console"/> ignores.</summary>
internal sealed class StandardOutput(Stream stream) : Stream
{
    private const int BrokenPipe = 32;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public static StandardOutput Open() => new(OperatingSystem.IsWindows() || !Console.IsOutputRedirected ? Console.OpenStandardOutput() : OpenPipe());

    public override void Flush()
    {
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        try
        {
            stream.Write(buffer);
        }
        catch (IOException exception) when (exception.HResult == BrokenPipe)
        {
            throw new ReaderLeftException();
        }
        catch (UnauthorizedAccessException)
        {
            // The runtime reports a closed file in this way.
            throw new IOException("Standard output is closed.");
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private static Stream OpenPipe()
    {
        var pipe = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        // A FileStream keeps its own position, and would overwrite what other programs write to the same file.
        return pipe.CanSeek ? Console.OpenStandardOutput() : pipe;
    }

    /// <summary>The exception that is thrown when nobody reads the output, such as after <c>head</c> has ended.</summary>
#pragma warning disable CA1032, CA1064 // Only the tool throws it and catches it.
    internal sealed class ReaderLeftException() : Exception("The reader of the output has left.");
#pragma warning restore CA1032, CA1064
}
