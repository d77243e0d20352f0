namespace Aurora.Spec.Documents;

/// <summary>
/// Replaces escaped surrogate pairs in JSON, such as <c>\ud83d\ude00</c>, with the character itself, because YamlDotNet refuses half a pair.
/// Line numbers stay the same.
/// </summary>
internal static partial class EscapedPairs
{
    public static string Join(string text) =>
        text.AsSpan().TrimStart() is ['{', ..] ? Pair().Replace(text, pair => pair.Groups["before"].Value + Character(pair)) : text;

    private static string Character(Match pair) => new([Half(pair.Groups["high"]), Half(pair.Groups["low"])]);

    private static char Half(Group digits) => (char)Convert.ToUInt16(digits.Value, 16);

    // Each two backslashes before the pair are an escaped backslash.
    [GeneratedRegex(@"(?<!\\)(?<before>(\\\\)*)\\u(?<high>[dD][89abAB][0-9a-fA-F]{2})\\u(?<low>[dD][c-fC-F][0-9a-fA-F]{2})")]
    private static partial Regex Pair();
}
