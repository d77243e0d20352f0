using YamlDotNet.Core;

namespace Aurora.Spec.Sources;

/// <summary>Selects the YAML style of a text, so that every parser reads it as that text.</summary>
internal static partial class ScalarStyles
{
    public static ScalarStyle OfKey(string text) => IsPlain(text) && !text.Contains(' ', StringComparison.Ordinal) ? ScalarStyle.Plain : Quoted(text);

    /// <param name="width">The space that is left on a line. Longer text is folded.</param>
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

    // In a block, a space at the start of a line could be read as indentation, and one at the end could be lost.
    private static bool IsTame(string text) => !Unprintable().IsMatch(text.Replace("\n", "", StringComparison.Ordinal)) && !Ragged().IsMatch(text);

    private static bool IsPlain(string text) => Plain().IsMatch(text) && !Misleading().IsMatch(text) && !text.Contains(": ", StringComparison.Ordinal)
        && !text.Contains(" #", StringComparison.Ordinal) && !text.EndsWith(':') && !text.EndsWith(' ');

    [GeneratedRegex(@"\A[\p{L}\p{N}/_$.][^\p{C}\p{Zl}\p{Zp}]*\z")]
    private static partial Regex Plain();

    // Text that YAML 1.1 or 1.2 reads as a number, a time, a date, a boolean or null.
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

    // Control characters, line breaks that only some parsers know, and unpaired surrogates.
    [GeneratedRegex(@"[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\uFEFF]")]
    private static partial Regex Unprintable();

    [GeneratedRegex(@"(\A|\n)[ \t\n]|[ \t](\n|\z)|\n\n\z|\A\z")]
    private static partial Regex Ragged();
}
