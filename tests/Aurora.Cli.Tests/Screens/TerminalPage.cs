using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Spectre.Console;

namespace Aurora.Cli.Tests.Screens;

/// <summary>Converts the screen of a terminal to HTML, with the colors and the bold text that the tool uses (ECMA-48, SGR).</summary>
internal static partial class TerminalPage
{
    private static readonly Dictionary<int, string> Colors = new() { [31] = "#f2938c", [32] = "#7bd88f", [33] = "#f0c05a", [90] = "#8b93a3" };

    private const string Head =
        "<!DOCTYPE html><meta charset=utf-8><style>body{margin:0;padding:20px;background:#14161a;display:inline-block}"
        + "pre{margin:0;color:#e8eaee;font:15px/1.35 'DejaVu Sans Mono','Noto Sans Mono CJK JP',monospace}</style><pre>";

    public static string Of(string screen)
    {
        var page = new StringBuilder(Head);
        var (color, isBold, at) = ((string?)null, false, 0);
        foreach (Match style in Style().Matches(screen))
        {
            Write(screen[at..style.Index]);
            at = style.Index + style.Length;
            foreach (var code in style.Groups[1].Value.Split(';').Select(text => int.TryParse(text, out var number) ? number : 0))
            {
                isBold = code == 1 || (code is not (0 or 22) && isBold);
                color = Colors.GetValueOrDefault(code) ?? (code is 0 or 39 ? null : color);
            }
        }

        Write(screen[at..]);
        return page.Append("</pre>").ToString();

        void Write(string text)
        {
            if (text.Length == 0)
                return;
            page.Append(CultureInfo.InvariantCulture, $"<span style=\"color:{color ?? "inherit"};font-weight:{(isBold ? "bold" : "normal")}\">");
            page.Append(string.Concat(Characters(text).Select(Cell))).Append("</span>");
        }
    }

    // In the font of the browser, a wide character is not exactly two cells wide.
    private static string Cell(string character) => character.GetCellWidth() == 2
        ? $"<span style=\"display:inline-block;width:2ch\">{WebUtility.HtmlEncode(character)}</span>"
        : WebUtility.HtmlEncode(character);

    private static IEnumerable<string> Characters(string text)
    {
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
            yield return elements.GetTextElement();
    }

    [GeneratedRegex("\e\\[([\\d;]*)m")]
    private static partial Regex Style();
}
