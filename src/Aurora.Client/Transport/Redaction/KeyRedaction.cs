using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;

namespace Aurora.Client;

/// <summary>Removes the keys, and the user and password of a proxy, from the texts of servers and libraries.</summary>
internal sealed class KeyRedaction(string apiId, string apiKey)
{
    public const string Mark = "[redacted]";

    private const int MostDrifts = 1000;

    // Many videos usually deviate in the same way, and searching for keys takes longer than reading a video.
    private readonly ConcurrentDictionary<SchemaDrift, SchemaDrift> _drifts = new();

    // The longer key is first, because it can start with the other one.
    private readonly SecretText[] _secrets = [.. new[] { apiId, apiKey }.Where(SecretText.IsSecret).OrderByDescending(key => key.Length).Select(key => new SecretText(key))];

    public string Text(string text) => WithoutUserInfo(_secrets.Aggregate(text, (rest, secret) => secret.Replace(rest, Mark)));

    public string? TextOrNull(string? text) => text is null ? null : Text(text);

    public SchemaDrift Drift(SchemaDrift drift)
    {
        if (_drifts.TryGetValue(drift, out var known))
            return known;
        var redacted = drift with { Path = Text(drift.Path), Found = Text(drift.Found) };
        if (_drifts.Count < MostDrifts)
            _drifts.TryAdd(drift, redacted);
        return redacted;
    }

    /// <summary>Returns the exception itself, or a copy without the keys if it or an inner exception shows them.</summary>
    public Exception Exception(Exception exception)
    {
        var text = exception.ToString();
        return Text(text) == text ? exception : Copy(exception);
    }

    private Exception Copy(Exception exception)
    {
        var message = Text(exception.Message);
        var cause = exception.InnerException is { } inner ? Copy(inner) : null;
        return exception switch
        {
#if NET
            HttpRequestException request => new HttpRequestException(request.HttpRequestError, message, cause, request.StatusCode),
#else
            HttpRequestException => new HttpRequestException(message, cause),
#endif
            JsonException json => new JsonException(message, json.Path, json.LineNumber, json.BytePositionInLine, cause),
            TimeoutException => new TimeoutException(message, cause),
            InvalidDataException => new InvalidDataException(message, cause),
            _ => new IOException(message, cause),
        };
    }

    /// <summary>Removes <c>user:password@</c> from each address.</summary>
    private static string WithoutUserInfo(string text)
    {
        const string Start = "://";
        for (var start = text.IndexOf(Start, StringComparison.Ordinal); start >= 0; start = text.IndexOf(Start, start, StringComparison.Ordinal))
        {
            start += Start.Length;
            var length = text.AsSpan(start).IndexOfAny("/?# \t\r\n\"'<>\\".AsSpan());
            var at = text.AsSpan(start, length < 0 ? text.Length - start : length).LastIndexOf('@');
            if (at >= 0)
                text = text.Remove(start, at + 1);
        }

        return text;
    }
}

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
