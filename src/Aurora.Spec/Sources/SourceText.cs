using System.Buffers;
using System.Text.Unicode;

namespace Aurora.Spec.Sources;

/// <summary>The text of a source: UTF-8, without a byte order mark, its lines ended by LF.</summary>
internal static class SourceText
{
    private const string WayOut = "A document is text in UTF-8. Save it as that; an archive has to be unpacked first.";

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <exception cref="SpecException">It is binary, not UTF-8, or blank.</exception>
    public static string Decode(string name, ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOf((byte)0) is >= 0 and var zero)
            throw new SpecException($"{name}: not text: there is a NUL byte at offset {zero}.", WayOut);

        var start = bytes.StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0;
        var characters = new char[bytes.Length];
        if (Utf8.ToUtf16(bytes[start..], characters, out var read, out var written, replaceInvalidSequences: false) != OperationStatus.Done)
            throw new SpecException($"{name}: not UTF-8: the byte at offset {start + read} has no place there.", WayOut);

        var text = new string(characters, 0, written).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        if (string.IsNullOrWhiteSpace(text))
            throw new SpecException(
                $"{name}: empty.",
                "Give a document, or a page that holds one; a download may have failed without a word.");
        return text;
    }
}
