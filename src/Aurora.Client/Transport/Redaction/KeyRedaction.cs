using System.Collections.Concurrent;
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
