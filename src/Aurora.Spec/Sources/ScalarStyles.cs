using System.Text.RegularExpressions;
using YamlDotNet.Core;

namespace Aurora.Spec.Sources;

/// <summary>How to write a text in YAML, so that every reader takes it for that text.</summary>
internal static partial class ScalarStyles
{
    public static ScalarStyle OfKey(string text) => IsPlain(text) && !text.Contains(' ', StringComparison.Ordinal) ? ScalarStyle.Plain : Quoted(text);

    /// <param name="text">The text.</param>
    /// <param name="width">What is left of a line; a longer text is folded.</param>
    public static ScalarStyle OfValue(string text, int width)
    {
        if (!IsTame(text))
            return Quoted(text);
        if (text.Split('\n').Any(line => line.Length > width))
            return ScalarStyle.Folded;
        if (text.Contains('\n', StringComparison.Ordinal))
            return ScalarStyle.Literal;
        return IsPlain(text) ? ScalarStyle.Plain : ScalarStyle.SingleQuoted;
    }

    private static ScalarStyle Quoted(string text) => Unprintable().IsMatch(text) ? ScalarStyle.DoubleQuoted : ScalarStyle.SingleQuoted;

    // Whether it may stand in a block: no line begins or ends with a space, so that no indentation can be misread.
    private static bool IsTame(string text) => !Unprintable().IsMatch(text.Replace("\n", "", StringComparison.Ordinal)) && !Ragged().IsMatch(text);

    private static bool IsPlain(string text) => Plain().IsMatch(text) && !Misleading().IsMatch(text) && !text.Contains(": ", StringComparison.Ordinal)
        && !text.Contains(" #", StringComparison.Ordinal) && !text.EndsWith(':') && !text.EndsWith(' ');

    [GeneratedRegex(@"\A[\p{L}\p{N}/_$.][^\p{C}\p{Zl}\p{Zp}]*\z")]
    private static partial Regex Plain();

    // What YAML 1.1 or 1.2 reads as a number, a time, a date, a boolean or nothing, and a little more.
    [GeneratedRegex(
        """
        \A(
            [-+.]?[0-9][0-9_,:]*(\.[0-9_]*)?(e[-+]?[0-9]+)? | 0[xob][0-9a-f_]+ | [-+]?\.(inf|nan) |
            [0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.* |
            y | n | yes | no | on | off | true | false | null | ~ | << | =
        )\z
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Misleading();

    // Beside controls: line breaks that only some readers know, and halves of a pair.
    [GeneratedRegex(@"[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\uFEFF]")]
    private static partial Regex Unprintable();

    [GeneratedRegex(@"(\A|\n)[ \t\n]|[ \t](\n|\z)|\n\n\z|\A\z")]
    private static partial Regex Ragged();
}
