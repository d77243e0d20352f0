using System.Text.Json;

namespace Aurora.Client;

/// <summary>Reads the elements of a response that is an array, one by one, while its bytes arrive.</summary>
internal sealed class ListReader<T>(ResponseBody body, JsonRead<T> read, ReadContext context, int maxElementBytes, long maxBytes) : IDisposable
{
    private readonly ResponseBuffer _buffer = new(body);
    private readonly ElementScanner _scanner = new();

    /// <summary>How many elements have been read.</summary>
    public int Count { get; private set; }

    /// <summary>The last element that was read.</summary>
    public T Current { get; private set; } = default!;

    /// <summary>What has arrived and could not be read, for a person.</summary>
    public string Excerpt() => _buffer.Excerpt();

    /// <returns>False at the end of the array.</returns>
    /// <exception cref="JsonException">It is not JSON, or not an array.</exception>
    /// <exception cref="InvalidDataException">It is larger than the options allow.</exception>
    public async ValueTask<bool> MoveNextAsync()
    {
        while (true)
        {
            while (TryTake(out var taken))
            {
                if (taken)
                    return true;
            }

            if (_buffer.IsComplete)
                return false;
            if (_buffer.Unread.Length > maxElementBytes)
                throw new InvalidDataException($"One element is larger than {maxElementBytes} bytes.");
            await _buffer.FillAsync().ConfigureAwait(false);
            if (_buffer.Total > maxBytes)
                throw new InvalidDataException($"It is larger than {maxBytes} bytes.");
        }
    }

    public void Dispose() => _buffer.Dispose();

    /// <returns>Whether a whole element was there; <paramref name="taken"/> says whether it could be read.</returns>
    private bool TryTake(out bool taken)
    {
        taken = false;
        var scan = _scanner.Next(_buffer.Unread, _buffer.IsComplete);
        if (!scan.Found)
            return false;
        if (scan.Length > maxElementBytes)
            throw new InvalidDataException($"One element is larger than {maxElementBytes} bytes.");
        var reader = new Utf8JsonReader(Element(scan));
        reader.Read();
        if (context.HasValue(ref reader) && read(ref reader, context, out var element))
        {
            (Current, taken) = (element, true);
            Count++;
        }

        _buffer.Advance(scan.Consumed);
        return true;
    }

    // Between two elements the scanner's bytes begin with a comma.
    private ReadOnlySpan<byte> Element(ElementScanner.Scan scan) => _buffer.Unread.Slice(scan.Start, scan.Length);
}
