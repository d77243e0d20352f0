using Microsoft.Win32.SafeHandles;

namespace Aurora.Cli.Terminals;

/// <summary>Standard output on Unix. A write throws when the reader has left, which the stream of <see cref="Console"/> ignores.</summary>
internal sealed class StandardOutput : FileStream
{
    private const int BrokenPipe = 32;

    private StandardOutput()
        : base(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0)
    {
    }

    public static Stream Open()
    {
        if (OperatingSystem.IsWindows() || !Console.IsOutputRedirected)
            return Console.OpenStandardOutput();
        var pipe = new StandardOutput();
        // A FileStream keeps its own position, and would overwrite what other programs write to the same file.
        return pipe.CanSeek ? Console.OpenStandardOutput() : pipe;
    }

    /// <summary>Writes bytes. In a class that derives from <see cref="FileStream"/>, the other overloads call this one.</summary>
    public override void Write(byte[] buffer, int offset, int count)
    {
        try
        {
            base.Write(buffer, offset, count);
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

    /// <summary>The exception that is thrown when nobody reads the output, such as after <c>head</c> has ended.</summary>
#pragma warning disable CA1032, CA1064 // Only the tool throws it and catches it.
    internal sealed class ReaderLeftException() : Exception("The reader of the output has left.");
#pragma warning restore CA1032, CA1064
}
