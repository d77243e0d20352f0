using System.Globalization;
using System.Text;

namespace Aurora.Client;

/// <summary>Makes text from the network safe to show: on one line, with a maximum length, and without characters that control a terminal or a log viewer.</summary>
internal static class PrintableText
{
    private const char Replacement = '\ufffd';

    public static string Of(string text, int maxLength)
    {
        var isCut = text.Length > maxLength;
        var end = !isCut ? text.Length : char.IsHighSurrogate(text[maxLength - 1]) ? maxLength - 1 : maxLength;
        var printable = new StringBuilder(end + 1);
        for (var i = 0; i < end; i++)
        {
            if (i + 1 < end && char.IsSurrogatePair(text[i], text[i + 1]))
                printable.Append(text[i]).Append(text[++i]);
            else
                printable.Append(Of(text[i]));
        }

        return printable.Append(isCut ? "…" : "").ToString();
    }

    private static char Of(char character) => character switch
    {
        '\t' or '\n' or '\r' or '\u0085' or '\u2028' or '\u2029' => ' ',
        // These change the direction of the following text, which can change the meaning of a message.
        '\u061c' or '\u200e' or '\u200f' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069') => Replacement,
        _ => char.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Surrogate ? Replacement : character,
    };
}
