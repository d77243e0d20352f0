using System.Text.RegularExpressions;

namespace Aurora.Spec.Documents;

/// <summary>
/// Writes the surrogate pairs that JSON escapes, <c>\ud83d\ude00</c>, as the character that they stand for: YamlDotNet refuses the half of a
/// pair. Lines stay where they are.
/// </summary>
internal static partial class EscapedPairs
{
    public static string Join(string text) =>
        text.AsSpan().TrimStart() is ['{', ..] ? Pair().Replace(text, pair => pair.Groups["before"].Value + Character(pair)) : text;

    private static string Character(Match pair) => new([Half(pair.Groups["high"]), Half(pair.Groups["low"])]);

    private static char Half(Group digits) => (char)Convert.ToUInt16(digits.Value, 16);

    // After an even number of backslashes: the rest of them stand for themselves.
    [GeneratedRegex(@"(?<!\\)(?<before>(\\\\)*)\\u(?<high>[dD][89abAB][0-9a-fA-F]{2})\\u(?<low>[dD][c-fC-F][0-9a-fA-F]{2})")]
    private static partial Regex Pair();
}
