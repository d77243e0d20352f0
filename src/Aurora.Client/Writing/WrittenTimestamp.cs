using System.Buffers.Text;

namespace Aurora.Client;

/// <summary>
/// Writes a time in UTC as the API does: with <c>Z</c>, and with no or six decimal places. Utf8JsonWriter would write
/// <c>+00:00</c>, and would omit trailing zeros.
/// </summary>
internal static class WrittenTimestamp
{
    public const int MaxLength = 28;

    private const int SecondsLength = 19;

    /// <returns>False if the time has another offset.</returns>
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
