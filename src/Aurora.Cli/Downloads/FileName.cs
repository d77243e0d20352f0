using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ADRaffy.ENSNormalize;

namespace Aurora.Cli.Downloads;

/// <summary>Makes a text a file name that every system takes for a plain file of one folder.</summary>
internal static partial class FileName
{
    /// <summary>Leaves room for what stands around a name while its file is unfinished: file systems take 255.</summary>
    public const int MostBytes = 200;

    private const string Nameless = "untitled";
    private const string Forbidden = "<>:\"/\\|?*";
    private const int ZeroWidthJoiner = 0x200D;
    private const char FirstThatComposes = '\u0300';
    private const int MostExtension = 8;

    /// <summary>The text as such a name, in NFC and of <see cref="MostBytes"/> at most, with its extension kept.</summary>
    public static string Of(string text)
    {
        var name = Clean(text);
        if (Bytes(name) <= MostBytes)
            return name;
        var extension = Path.GetExtension(name) is { Length: <= MostExtension } kept ? kept : "";
        return Cut(name[..^extension.Length], MostBytes - Bytes(extension)) + extension;
    }

    /// <summary>The same, however long.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in Composed(text).EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
                clean.Append(' ');
            else if (rune.Value < 128 && Forbidden.Contains((char)rune.Value) || rune == Rune.ReplacementChar)
                clean.Append('_');
            else if (!IsInvisible(rune))
                clean.Append(rune);
        }

        var name = clean.ToString().TrimStart(' ', '.', '-').TrimEnd(' ', '.');
        return name.Length == 0 ? Nameless : Device().IsMatch(name) ? $"_{name}" : name;
    }

    /// <summary>The longest beginning of so many bytes in UTF-8 that ends between two characters.</summary>
    public static string Cut(string name, int bytes)
    {
        var end = 0;
        while (end < name.Length)
        {
            var next = end + StringInfo.GetNextTextElementLength(name, end);
            if (Bytes(name.AsSpan(0, next)) > bytes)
                break;
            end = next;
        }

        // Any number of marks can stand on one letter, so that it may not fit as a whole.
        for (var runes = name.EnumerateRunes(); end == 0 && runes.MoveNext() && runes.Current.Utf8SequenceLength <= bytes;)
            end = runes.Current.Utf16SequenceLength;
        var cut = name[..end].TrimEnd(' ', '.');
        return cut.Length == 0 ? Nameless : cut;
    }

    public static int Bytes(ReadOnlySpan<char> text) => Encoding.UTF8.GetByteCount(text);

    // The runtime composes nothing in its invariant mode. What is below the first mark is composed already.
    private static string Composed(string text)
    {
        var whole = string.Concat(text.EnumerateRunes());
        return whole.Any(character => character >= FirstThatComposes) ? ENSNormalize.NF.NFC(whole) : whole;
    }

    // Format characters turn the direction of reading or show nothing; the joiner is what makes one emoji of several.
    private static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        || (Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format && rune.Value != ZeroWidthJoiner);

    // Windows opens these as devices, in every folder and with every extension.
    [GeneratedRegex("^(CON|PRN|AUX|NUL|CONIN\\$|CONOUT\\$|CLOCK\\$|(COM|LPT)[0-9¹²³]) *(\\.|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Device();
}
