using System.Text.Json;

namespace Aurora.Client;

/// <summary>Reads the elements of an array, one by one, while the response arrives.</summary>
internal sealed partial class ListReader<T>(ResponseBody body, JsonRead<T> read, ReadContext context, int maxElementBytes, long maxBytes) : IDisposable
{
    private readonly ResponseBuffer _buffer = new(body);
    private readonly ElementScanner _scanner = new();
    private bool _mayTry;

    public int Count { get; private set; }

    public T Current { get; private set; } = default!;

    /// <summary>Returns the start of the unread bytes as text for a message.</summary>
    public string Excerpt() => _buffer.Excerpt();

    /// <returns>False at the end of the array.</returns>
    /// <exception cref="JsonException">The response is not JSON or not an array.</exception>
    /// <exception cref="InvalidDataException">The response or an element is larger than the options allow.</exception>
    public async ValueTask<bool> MoveNextAsync()
    {
        while (!TryMoveNext())
        {
            var pending = _scanner.Pending(_buffer.Unread);
            RefuseIfTooLarge(pending, _buffer.Unread.Length - pending);
            if (_buffer.IsComplete)
                return false;
            await _buffer.FillAsync().ConfigureAwait(false);
            if (_buffer.Total > maxBytes)
                throw new InvalidDataException($"It is larger than {maxBytes} bytes.");
            _mayTry = true;
        }

        return true;
    }

    /// <summary>Moves to the next element if it has already arrived.</summary>
    /// <returns>False if no further element has arrived completely.</returns>
    public bool TryMoveNext()
    {
        while (_scanner.HasNews(_buffer.Unread, _buffer.IsComplete))
        {
            if (TryReadAtOnce())
                return true;
            var scan = _scanner.Next(_buffer.Unread, _buffer.IsComplete);
            if (!scan.Found)
                return false;
            if (Read(scan))
                return true;
        }

        return false;
    }

    public void Dispose()
    {
        _buffer.Dispose();
        context.Dispose();
    }

    /// <summary>
    /// Reads the next element without a search for its end. If the end has not arrived, or if the element has another type or is too
    /// large, it changes nothing, and the scanner continues.
    /// </summary>
    private bool TryReadAtOnce()
    {
        if (!_mayTry || !_scanner.IsBetweenElements)
            return false;
        // Only one attempt for each piece that arrives: with small pieces, the same start would be read again and again.
        _mayTry = false;
        var reader = _scanner.Reader(_buffer.Unread);
        var isCut = !reader.Read();
        if (isCut || reader.TokenType != JsonTokenType.StartObject)
        {
            CountBytes(isCut ? _buffer.Unread.Length : reader.BytesConsumed);
            return false;
        }

        var start = reader.TokenStartIndex;
        context.Try();
        if (start > maxElementBytes || !read(ref reader, context, out var element) || !IsWhole(ref reader) || reader.BytesConsumed - start > maxElementBytes || !context.Confirm())
        {
            context.Withdraw();
            CountBytes(_buffer.Unread.Length);
            return false;
        }

        _buffer.Advance(_scanner.Pass(ref reader));
        Take(element);
        _mayTry = true;
        return true;
    }

    private static bool IsWhole(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.EndObject && reader.CurrentDepth == 1;

    private bool Read(ElementScanner.Scan scan)
    {
        RefuseIfTooLarge(scan.Start, scan.Length);
        // Between two elements, the unread bytes start with a comma.
        var reader = new Utf8JsonReader(_buffer.Unread.Slice(scan.Start, scan.Length));
        reader.Read();
        var isRead = context.HasValue(ref reader) && read(ref reader, context, out var element) && Take(element);
        _buffer.Advance(scan.Consumed);
        _mayTry = true;
        return isRead;
    }

    // White space is counted separately, so that the limit does not depend on how the response is split.
    private void RefuseIfTooLarge(int space, int element)
    {
        if (element > maxElementBytes)
            throw new InvalidDataException($"One element is larger than {maxElementBytes} bytes.");
        if (space > maxElementBytes)
            throw new InvalidDataException($"There are more than {maxElementBytes} bytes of white space before an element.");
    }

    private bool Take(T element)
    {
        Current = element;
        Count++;
        return true;
    }

    partial void CountBytes(long bytes);

#if DEBUG
    private long _examined;

    /// <inheritdoc cref="ElementScanner.Examined"/>
    public long Examined => _scanner.Examined + _examined;

    partial void CountBytes(long bytes) => _examined += bytes;
#endif
}
