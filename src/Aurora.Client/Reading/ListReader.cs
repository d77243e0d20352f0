using System.Text.Json;

namespace Aurora.Client;

/// <summary>Reads the elements of a response that is an array, one by one, while its bytes arrive.</summary>
internal sealed class ListReader<T>(ResponseBody body, JsonRead<T> read, ReadContext context, int maxElementBytes, long maxBytes) : IDisposable
{
    private readonly ResponseBuffer _buffer = new(body);
    private readonly ElementScanner _scanner = new();
    private bool _mayTry;

    /// <summary>How many elements have been read.</summary>
    public int Count { get; private set; }

    /// <summary>The last element that was read.</summary>
    public T Current { get; private set; } = default!;

    /// <summary>How many bytes have been looked at in all, those that were looked at again among them.</summary>
    public long Examined => _scanner.Examined;

    /// <summary>What has arrived and could not be read, for a person.</summary>
    public string Excerpt() => _buffer.Excerpt();

    /// <returns>False at the end of the array.</returns>
    /// <exception cref="JsonException">It is not JSON, or not an array.</exception>
    /// <exception cref="InvalidDataException">It is larger than the options allow.</exception>
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

    /// <summary>Moves on as far as what has arrived allows it.</summary>
    /// <returns>False when no further element has arrived as a whole.</returns>
    /// <exception cref="JsonException">It is not JSON, or not an array.</exception>
    /// <exception cref="InvalidDataException">An element is larger than the options allow.</exception>
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
    /// Reads the next element without having looked for its end. Nothing has happened when that is not there, or when the element
    /// is of another kind or too large: then the scanner has its turn.
    /// </summary>
    private bool TryReadAtOnce()
    {
        if (!_mayTry || !_scanner.IsBetweenElements)
            return false;
        // One attempt for what has arrived: bytes that come singly would have the same beginning read again and again.
        _mayTry = false;
        var reader = _scanner.Reader(_buffer.Unread);
        var isCut = !reader.Read();
        if (isCut || reader.TokenType != JsonTokenType.StartObject)
        {
            _scanner.Examine(isCut ? _buffer.Unread.Length : reader.BytesConsumed);
            return false;
        }

        var start = reader.TokenStartIndex;
        context.Try();
        if (start > maxElementBytes || !read(ref reader, context, out var element) || !IsWhole(ref reader) || reader.BytesConsumed - start > maxElementBytes || !context.Confirm())
        {
            context.Withdraw();
            _scanner.Examine(_buffer.Unread.Length);
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
        // Between two elements the scanner's bytes begin with a comma.
        var reader = new Utf8JsonReader(_buffer.Unread.Slice(scan.Start, scan.Length));
        reader.Read();
        var isRead = context.HasValue(ref reader) && read(ref reader, context, out var element) && Take(element);
        _buffer.Advance(scan.Consumed);
        _mayTry = true;
        return isRead;
    }

    // White space is counted by itself, so that it is the same how much of it comes together with the element.
    private void RefuseIfTooLarge(int space, int element)
    {
        if (element > maxElementBytes)
            throw new InvalidDataException($"One element is larger than {maxElementBytes} bytes.");
        if (space > maxElementBytes)
            throw new InvalidDataException($"There are more than {maxElementBytes} bytes of white space beside an element.");
    }

    private bool Take(T element)
    {
        Current = element;
        Count++;
        return true;
    }
}
