using System.Globalization;
using System.Text;
using Spectre.Console;

namespace Aurora.Terminals;

/// <summary>Makes untrusted text safe to write to a terminal.</summary>
internal static class TerminalText
{
    private const string Ellipsis = "…";

    /// <summary>Replaces white space with spaces, and control characters and characters that change the text direction with U+FFFD.</summary>
    public static string Sanitize(string text)
    {
        var sanitized = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            sanitized.Append(Rune.IsWhiteSpace(rune) ? new Rune(' ') : IsControl(rune) ? Rune.ReplacementChar : rune);
        return sanitized.ToString();
    }

    /// <summary>Truncates the text to a number of terminal cells, between two characters. A wide character takes two cells.</summary>
    public static string Truncate(string text, int cells)
    {
        if (text.GetCellWidth() <= cells)
            return text;

        var (end, left) = (0, cells - 1);
        while (end < text.Length)
        {
            var next = end + StringInfo.GetNextTextElementLength(text, end);
            left -= text[end..next].GetCellWidth();
            if (left < 0)
                break;
            end = next;
        }

        return text[..end].TrimEnd() + Ellipsis;
    }

    private static bool IsControl(Rune rune) => Rune.IsControl(rune) || rune.Value is
        (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200E' or '\u200F' or '\u061C';
}
