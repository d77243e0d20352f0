using System.Buffers;
using System.Text.Unicode;

namespace Aurora.Spec.Sources;

/// <summary>Decodes a source as UTF-8, removes a byte order mark, and ends its lines with LF.</summary>
internal static class SourceText
{
    private const string WayOut = "A document must be UTF-8 text. Save it as UTF-8, or extract it if it is an archive.";

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <exception cref="SpecException">The source is binary, not UTF-8, or blank.</exception>
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
            throw new SpecException(
                $"{name}: the source is empty.",
                "Pass a document, or a page that contains one. Check whether a download failed.");
        return text;
    }
}
