using System.Buffers;
using System.Text.Unicode;

namespace Aurora.Spec.Sources;

/// <summary>Reads the bytes of a source, and decodes them as UTF-8.</summary>
internal static class SourceContent
{
    private const int MostBytes = 16 * 1024 * 1024;
    private const string WayOut = "A document must be UTF-8 text. Save it as UTF-8, or extract it if it is an archive.";

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads a source up to a limit. It does not trust the length that a file or a server reports.</summary>
    public static async Task<ArraySegment<byte>> ReadAsync(string name, Stream stream, CancellationToken cancellationToken)
    {
        var buffer = new byte[MostBytes + 1];
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return length <= MostBytes
            ? new ArraySegment<byte>(buffer, 0, length)
            : throw new SpecException($"{name}: larger than 16 MiB.", "Check that this is an API document or its page.");
    }

    /// <summary>Returns the text without a byte order mark. Its lines end with LF.</summary>
    public static string Decode(string name, ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOf((byte)0) is >= 0 and var zero)
            throw new SpecException($"{name}: not text, because the byte at offset {zero} is NUL.", WayOut);

        var start = bytes.StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0;
        var characters = new char[bytes.Length];
        if (Utf8.ToUtf16(bytes[start..], characters, out var read, out var written, replaceInvalidSequences: false) != OperationStatus.Done)
            throw new SpecException($"{name}: not UTF-8, because the byte at offset {start + read} is invalid.", WayOut);

        var text = new string(characters, 0, written).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        if (string.IsNullOrWhiteSpace(text))
            throw new SpecException($"{name}: the source is empty.", "Pass a document, or a page that contains one. Check whether a download failed.");
        return text;
    }
}
