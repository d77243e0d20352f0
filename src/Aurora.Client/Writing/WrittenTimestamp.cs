using System.Buffers.Text;

namespace Aurora.Client;

/// <summary>
/// A moment in UTC as the API writes it: <c>Z</c>, and either no fraction of a second or six digits. Utf8JsonWriter would write
/// <c>+00:00</c>, and leave out zeros at the end of the fraction.
/// </summary>
internal static class WrittenTimestamp
{
    public const int MaxLength = 28;

    private const int SecondsLength = 19;

    /// <returns>False for a moment that has another offset.</returns>
    public static bool TryWrite(DateTimeOffset value, Span<byte> text, out int length)
    {
        length = 0;
        if (value.Offset != TimeSpan.Zero || !Utf8Formatter.TryFormat(value.UtcDateTime, text, out length, 'O'))
            return false;
        if (value.Ticks % TimeSpan.TicksPerSecond == 0)
            length = SecondsLength + 1;
        else if (value.Ticks % 10 == 0)
            length--;
        text[length - 1] = (byte)'Z';
        return true;
    }
}
