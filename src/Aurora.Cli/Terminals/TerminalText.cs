using System.Globalization;
using System.Text;
using Spectre.Console;

namespace Aurora.Cli.Terminals;

/// <summary>Makes text from elsewhere fit for a terminal: on one line, without a command to the terminal in it.</summary>
internal static class TerminalText
{
    private const string Ellipsis = "…";

    /// <summary>White space becomes a space; what steers a terminal, or turns the direction of reading, becomes U+FFFD.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            clean.Append(Rune.IsWhiteSpace(rune) ? new Rune(' ') : Steers(rune) ? Rune.ReplacementChar : rune);
        return clean.ToString();
    }

    /// <summary>Cuts the text to so many cells of the terminal, never inside a character. A wide character takes two.</summary>
    public static string Fit(string text, int cells)
    {
        if (text.GetCellWidth() <= cells)
            return text;

        var fitting = new StringBuilder();
        var left = cells - 1;
        foreach (var character in Characters(text))
        {
            left -= character.GetCellWidth();
            if (left < 0)
                break;
            fitting.Append(character);
        }

        return fitting.ToString().TrimEnd() + Ellipsis;
    }

    private static IEnumerable<string> Characters(string text)
    {
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
            yield return elements.GetTextElement();
    }

    private static bool Steers(Rune rune) => Rune.IsControl(rune) || rune.Value is
        (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200E' or '\u200F' or '\u061C';
}
