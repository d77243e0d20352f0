namespace Aurora.Client;

/// <summary>Finds an ASCII text in another text in which each character can be escaped, even repeatedly: <c>\/</c>, <c>\u002f</c>, <c>%2F</c>, <c>&amp;#47;</c>.</summary>
internal static class WrittenText
{
    private static readonly Dictionary<string, char> Entities = new(StringComparer.OrdinalIgnoreCase) { ["amp"] = '&', ["lt"] = '<', ["gt"] = '>', ["quot"] = '"', ["apos"] = '\'' };

    /// <summary>Returns the end of the searched text if it starts here, or -1.</summary>
    public static int End(string text, int start, string searched, StringComparison comparison) => End(text, start, searched, 0, comparison);

    /// <summary>Returns whether an escape ends with this character, so that it is not a letter of a word.</summary>
    public static bool IsEndOfEscape(string text, int index) =>
        (index >= 1 && text[index - 1] == '\\') || (index >= 2 && text[index - 2] == '%') || (index >= 5 && text[index - 5] == '\\' && text[index - 4] == 'u');

    private static int End(string text, int start, string searched, int found, StringComparison comparison)
    {
        if (found == searched.Length)
            return start;
        if (start >= text.Length || !(text[start] is '\\' or '%' or '&' || IsSame(text[start], searched[found], comparison)))
            return -1;
        foreach (var (character, next) in Readings(text, start))
        {
            if (IsSame(character, searched[found], comparison) && End(text, next, searched, found + 1, comparison) is >= 0 and var end)
                return end;
        }

        return -1;
    }

    /// <summary>Returns the characters that the escape at this position can represent, and where each ends.</summary>
    private static IEnumerable<(char Character, int Next)> Readings(string text, int start)
    {
        yield return (text[start], start + 1);
        switch (text[start])
        {
            case '\\':
                var next = start + Repeated(text, start, "\\");
                yield return ('\\', next);
                if (next < text.Length)
                    yield return (text[next], next + 1);
                if (next < text.Length && text[next] is 'u' && Code(text, next + 1, 4, 16) is { } unicode)
                    yield return (unicode, next + 5);
                break;
            case '%':
                for (var digits = start + 1 + Repeated(text, start + 1, "25"); digits > start; digits -= 2)
                {
                    if (Code(text, digits, 2, 16) is { } percent)
                        yield return (percent, digits + 2);
                }

                break;
            case '&':
                for (var name = start + 1 + Repeated(text, start + 1, "amp;"); name > start; name -= 4)
                {
                    if (Entity(text, name) is var (entity, end))
                        yield return (entity, end);
                }

                break;
        }
    }

    private static (char Value, int End)? Entity(string text, int start)
    {
        var length = text.AsSpan(start, Math.Min(10, text.Length - start)).IndexOf(';');
        if (length <= 0)
            return null;
        var name = text.Substring(start, length);
        var value = name[0] != '#' ? Entities.TryGetValue(name, out var known) ? known : null
            : name.StartsWith("#x", StringComparison.OrdinalIgnoreCase) ? Code(name, 2, length - 2, 16)
            : Code(name, 1, length - 1, 10);
        return value is { } character ? (character, start + length + 1) : null;
    }

    private static char? Code(string text, int start, int length, int radix)
    {
        var code = 0;
        for (var i = start; i < start + length; i++)
        {
            if (i >= text.Length || !Uri.IsHexDigit(text[i]) || Uri.FromHex(text[i]) >= radix)
                return null;
            code = (code * radix) + Uri.FromHex(text[i]);
        }

        return code is > 0 and <= char.MaxValue ? (char)code : null;
    }

    /// <summary>Returns the length of the repetitions of a text from this position.</summary>
    private static int Repeated(string text, int start, string repeated)
    {
        var end = start;
        while (string.CompareOrdinal(text, end, repeated, 0, repeated.Length) == 0)
            end += repeated.Length;
        return end - start;
    }

    // The two alphabets of Base64 differ in these characters.
    private static bool IsSame(char one, char other, StringComparison comparison) => (one, other) is ('-', '+') or ('_', '/')
        || (comparison == StringComparison.Ordinal ? one == other : char.ToUpperInvariant(one) == char.ToUpperInvariant(other));
}
