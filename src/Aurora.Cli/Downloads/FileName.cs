using ADRaffy.ENSNormalize;

namespace Aurora.Cli.Downloads;

/// <summary>Converts text to a file name that is valid and safe on all systems.</summary>
internal static partial class FileName
{
    /// <summary>The maximum length. File systems allow 255 bytes, but an incomplete file needs a longer name.</summary>
    public const int MaxBytes = 200;

    private const string Untitled = "untitled";
    private const string Forbidden = "<>:\"/\\|?*";
    private const int ZeroWidthJoiner = 0x200D;
    private const char FirstCombiningMark = '\u0300';
    private const int MaxExtensionLength = 8;

    /// <summary>Returns a file name in NFC with at most <see cref="MaxBytes"/> bytes. The extension is kept.</summary>
    public static string From(string text)
    {
        var name = Sanitize(text);
        if (Bytes(name) <= MaxBytes)
            return name;
        var extension = Path.GetExtension(name) is { Length: <= MaxExtensionLength } kept ? kept : "";
        return Truncate(name[..^extension.Length], MaxBytes - Bytes(extension)) + extension;
    }

    /// <summary>Returns a file name in NFC of any length.</summary>
    public static string Sanitize(string text)
    {
        var sanitized = new StringBuilder(text.Length);
        foreach (var rune in Compose(text).EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
                sanitized.Append(' ');
            else if (rune.Value < 128 && Forbidden.Contains((char)rune.Value) || rune == Rune.ReplacementChar)
                sanitized.Append('_');
            else if (!IsInvisible(rune))
                sanitized.Append(rune);
        }

        var name = sanitized.ToString().TrimStart(' ', '.', '-').TrimEnd(' ', '.');
        return name.Length == 0 ? Untitled : Device().IsMatch(name) ? $"_{name}" : name;
    }

    /// <summary>Truncates a name to a number of UTF-8 bytes, between two characters.</summary>
    public static string Truncate(string name, int bytes)
    {
        var end = 0;
        while (end < name.Length)
        {
            var next = end + StringInfo.GetNextTextElementLength(name, end);
            if (Bytes(name.AsSpan(0, next)) > bytes)
                break;
            end = next;
        }

        // A character can have any number of combining marks, so a single character may be too long.
        for (var runes = name.EnumerateRunes(); end == 0 && runes.MoveNext() && runes.Current.Utf8SequenceLength <= bytes;)
            end = runes.Current.Utf16SequenceLength;
        var truncated = name[..end].TrimEnd(' ', '.');
        return truncated.Length == 0 ? Untitled : truncated;
    }

    public static int Bytes(ReadOnlySpan<char> text) => Encoding.UTF8.GetByteCount(text);

    // In invariant mode, the runtime does not normalize text. Text without combining marks is already composed.
    private static string Compose(string text)
    {
        var whole = string.Concat(text.EnumerateRunes());
        return whole.Any(character => character >= FirstCombiningMark) ? ENSNormalize.NF.NFC(whole) : whole;
    }

    // Format characters are invisible or change the text direction, but some emoji require the zero-width joiner.
    private static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        || (Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format && rune.Value != ZeroWidthJoiner);

    // Windows treats these names as devices, in every folder and with every extension.
    [GeneratedRegex(
        "^(CON|PRN|AUX|NUL|CONIN\\$|CONOUT\\$|CLOCK\\$|(COM|LPT)[0-9¹²³]) *(\\.|$)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Device();
}
