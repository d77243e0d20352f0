using System.Text;

namespace Aurora.Client;

/// <summary>Finds one key in a text, also in Base64 or escaped for JSON, an address or HTML.</summary>
internal sealed class SecretText(string key)
{
    // A shorter key would be found in many ordinary words.
    private const int ShortestKey = 4;

    // A key of this length is not part of an ordinary word. A shorter key is found only as a separate word.
    private const int ShortestUnique = 8;

    private readonly string[] _base64 = [.. Enumerable.Range(0, 3).Select(offset => Base64(key, offset))];

    public static bool IsSecret(string key) => key.Length >= ShortestKey;

    public string Replace(string text, string mark)
    {
        StringBuilder? result = null;
        var copied = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var end = End(text, i);
            if (end < 0)
                continue;
            (result ??= new StringBuilder()).Append(text, copied, i - copied).Append(mark);
            copied = end;
            i = end - 1;
        }

        return result is null ? text : result.Append(text, copied, text.Length - copied).ToString();
    }

    /// <summary>Returns the end of the key if it starts here, or -1.</summary>
    private int End(string text, int start)
    {
        var end = WrittenText.End(text, start, key, StringComparison.OrdinalIgnoreCase);
        if (end >= 0 && (key.Length >= ShortestUnique || StandsAlone(text, start, end)))
            return end;
        foreach (var base64 in _base64)
        {
            end = WrittenText.End(text, start, base64, StringComparison.Ordinal);
            if (end >= 0)
                return end;
        }

        return -1;
    }

    private static bool StandsAlone(string text, int start, int end) =>
        (start == 0 || !char.IsLetterOrDigit(text[start - 1]) || WrittenText.IsEndOfEscape(text, start - 1)) && (end == text.Length || !char.IsLetterOrDigit(text[end]));

    /// <summary>Returns the Base64 characters that depend only on the key, if the given number of other bytes precede it in its group of three.</summary>
    private static string Base64(string key, int offset)
    {
        var bytes = Encoding.ASCII.GetBytes(new string('\0', offset) + key);
        var first = ((offset * 8) + 5) / 6;
        return Convert.ToBase64String(bytes)[first..(bytes.Length * 8 / 6)];
    }
}
