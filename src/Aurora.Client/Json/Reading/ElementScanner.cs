using System.Text.Json;

namespace Aurora.Client;

/// <summary>Finds the elements of a JSON array that arrives in pieces. It scans each byte only a few times, even if the pieces are small.</summary>
internal sealed partial class ElementScanner
{
    private JsonReaderState _state;
    private CutToken _cut;
    private int _scanned;
    private int _elementStart = -1;
    private int _spaceEnd;
    private bool _isInArray;
    private bool _hasEnded;

    /// <summary>A complete element in the unread bytes, and how many of these are no longer needed after it has been read.</summary>
    internal readonly record struct Scan(bool Found, int Start, int Length, int Consumed);

    /// <summary>Whether the scanner is between two elements, and has not scanned any part of the next one.</summary>
    public bool IsBetweenElements => _isInArray && _scanned == 0 && _elementStart < 0 && _cut.IsBefore;

    /// <summary>Returns whether a scan of the bytes that have arrived can make progress.</summary>
    public bool HasNews(ReadOnlySpan<byte> unread, bool isComplete)
    {
        var before = _cut.Examined;
        var mayEnd = _cut.MayEnd(unread[_scanned..]);
        Count(_cut.Examined - before);
        return mayEnd || isComplete;
    }

    /// <summary>Returns a reader for the next element, which reads it without a search for its end.</summary>
    public Utf8JsonReader Reader(ReadOnlySpan<byte> unread) => new(unread, isFinalBlock: false, _state);

    /// <summary>Returns the start of the next element in the unread bytes. Only a comma and white space precede it.</summary>
    public int Pending(ReadOnlySpan<byte> unread)
    {
        if (_elementStart >= 0)
            return _elementStart;
        var start = Math.Max(_scanned, _spaceEnd);
        while (start < unread.Length && unread[start] is (byte)',' or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
            start++;
        Count(start - Math.Max(_scanned, _spaceEnd));
        // White space that arrives in small pieces is scanned once, and not again with every piece.
        return _spaceEnd = start;
    }

    /// <summary>Moves past an element that the reader has read.</summary>
    /// <returns>The number of unread bytes that are no longer needed.</returns>
    public int Pass(ref Utf8JsonReader reader)
    {
        (_state, _cut, _spaceEnd) = (reader.CurrentState, default, 0);
        Count(reader.BytesConsumed);
        return (int)reader.BytesConsumed;
    }

    /// <summary>Finds the next complete element in the bytes after the last consumed one.</summary>
    /// <exception cref="JsonException">The text is not JSON, is not an array, or ends too early.</exception>
    public Scan Next(ReadOnlySpan<byte> unread, bool isComplete)
    {
        var offset = _scanned;
        var reader = new Utf8JsonReader(unread[offset..], isComplete, _state);
        while (reader.Read())
        {
            if (reader.CurrentDepth == 0 && reader.TokenType is not (JsonTokenType.StartArray or JsonTokenType.EndArray))
                throw new JsonException($"It is {Describe(reader.TokenType)} instead of an array.");
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

        Count(unread.Length - offset);
        if (reader.BytesConsumed > 0)
            (_state, _cut) = (reader.CurrentState, default);
        _scanned = offset + (int)reader.BytesConsumed;
        return isComplete && !_hasEnded ? throw new JsonException("It is incomplete.") : default;
    }

    private Scan Take(int end, JsonReaderState state)
    {
        var start = _elementStart;
        // The element is scanned again when it is read.
        Count(end - _scanned + end - start);
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

    partial void Count(long bytes);

#if DEBUG
    /// <summary>The total number of scanned bytes, including repeated scans. Tests prove with it that the work is linear.</summary>
    public long Examined { get; private set; }

    partial void Count(long bytes) => Examined += bytes;
#endif
}
