using System.Text.Json;

namespace Aurora.Client;

/// <summary>
/// Finds the elements of a JSON array whose bytes come in pieces. Each byte is looked at a few times at the most, however small the
/// pieces are.
/// </summary>
internal sealed class ElementScanner
{
    private JsonReaderState _state;
    private CutToken _cut;
    private int _scanned;
    private int _elementStart = -1;
    private int _spaceEnd;
    private bool _isInArray;
    private bool _hasEnded;

    /// <param name="Found">Whether a whole element is there.</param>
    /// <param name="Start">Where the element begins in what is unread.</param>
    /// <param name="Length">How long it is.</param>
    /// <param name="Consumed">How much of what is unread will not be needed again once the element has been read.</param>
    internal readonly record struct Scan(bool Found, int Start, int Length, int Consumed);

    /// <summary>Whether it stands between two elements, and has looked at nothing beyond.</summary>
    public bool IsBetweenElements => _isInArray && _scanned == 0 && _elementStart < 0 && _cut.IsBefore;

    /// <summary>How many bytes have been looked at in all, those that were looked at again among them.</summary>
    public long Examined { get; private set; }

    /// <summary>Whether to look at what has arrived can lead any further than it did.</summary>
    public bool HasNews(ReadOnlySpan<byte> unread, bool isComplete)
    {
        var before = _cut.Examined;
        var mayEnd = _cut.MayEnd(unread[_scanned..]);
        Examined += _cut.Examined - before;
        return mayEnd || isComplete;
    }

    /// <summary>Returns a reader of the next element, to read it without searching for its end.</summary>
    public Utf8JsonReader Reader(ReadOnlySpan<byte> unread) => new(unread, isFinalBlock: false, _state);

    /// <summary>Where what has arrived of the next element begins: all before it is a comma and white space.</summary>
    public int Pending(ReadOnlySpan<byte> unread)
    {
        if (_elementStart >= 0)
            return _elementStart;
        var start = Math.Max(_scanned, _spaceEnd);
        while (start < unread.Length && unread[start] is (byte)',' or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
            start++;
        Examined += start - Math.Max(_scanned, _spaceEnd);
        // What comes in small pieces is looked at once, and not with every piece.
        return _spaceEnd = start;
    }

    /// <summary>So many bytes have been looked at in vain.</summary>
    public void Examine(long count) => Examined += count;

    /// <summary>The element has been read, with what comes before it.</summary>
    /// <returns>How much of what is unread will not be needed again.</returns>
    public int Pass(ref Utf8JsonReader reader)
    {
        (_state, _cut, _spaceEnd) = (reader.CurrentState, default, 0);
        Examined += reader.BytesConsumed;
        return (int)reader.BytesConsumed;
    }

    /// <summary>Looks for the next whole element.</summary>
    /// <param name="unread">All that has arrived since the end of the last element that was consumed.</param>
    /// <param name="isComplete">Whether no more will come.</param>
    /// <exception cref="JsonException">It is not JSON, not an array, or ends too early.</exception>
    public Scan Next(ReadOnlySpan<byte> unread, bool isComplete)
    {
        var offset = _scanned;
        var reader = new Utf8JsonReader(unread[offset..], isComplete, _state);
        while (reader.Read())
        {
            if (reader.CurrentDepth == 0 && reader.TokenType is not (JsonTokenType.StartArray or JsonTokenType.EndArray))
                throw new JsonException($"It is {Describe(reader.TokenType)}, where an array is expected.");
            if (reader.CurrentDepth == 0)
                (_isInArray, _hasEnded) = (reader.TokenType == JsonTokenType.StartArray, reader.TokenType == JsonTokenType.EndArray);
            if (reader.CurrentDepth != 1)
                continue;
            if (_elementStart < 0)
                _elementStart = offset + (int)reader.TokenStartIndex;
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                continue;
            return Take(offset + (int)reader.BytesConsumed, reader.CurrentState);
        }

        Examined += unread.Length - offset;
        if (reader.BytesConsumed > 0)
            (_state, _cut) = (reader.CurrentState, default);
        _scanned = offset + (int)reader.BytesConsumed;
        return isComplete && !_hasEnded ? throw new JsonException("It ends in the middle.") : default;
    }

    private Scan Take(int end, JsonReaderState state)
    {
        var start = _elementStart;
        // What follows the scan is the reading.
        Examined += end - _scanned + end - start;
        (_state, _cut, _scanned, _elementStart, _spaceEnd) = (state, default, 0, -1, 0);
        return new Scan(true, start, end - start, end);
    }

    private static string Describe(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        JsonTokenType.Null => "null",
        _ => "a boolean",
    };
}
