using System.Buffers.Text;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Aurora.Client;

/// <summary>Reads <c>format: date-time</c> (RFC 3339) and similar forms.</summary>
internal static class Timestamp
{
    private static readonly Regex Format = new(
        "\\A[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})\\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>Returns whether the text has the form of RFC 3339, even if the time does not exist.</summary>
    public static bool HasFormat(string text) => Format.IsMatch(text);

    /// <summary>Parses any date and time. Without a time zone, it is in UTC.</summary>
    public static bool TryRead(string text, out DateTimeOffset value) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out value) || TryReadLeapSecond(text, out value);

    /// <summary>Parses a leap second (23:59:60), which RFC 3339 allows but .NET does not, as the second after it.</summary>
    private static bool TryReadLeapSecond(string text, out DateTimeOffset value)
    {
        value = default;
        if (text.Length < 20 || string.CompareOrdinal(text, 16, ":60", 0, 3) != 0 || (text[^1] is not ('Z' or 'z') && text[^6] is not ('+' or '-')))
            return false;
        var before = text[..16] + ":59" + text[19..];
        if (!DateTimeOffset.TryParse(before, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out value))
            return false;
        // There is no second after the end of the year 9999, in local time or in UTC.
        if (Math.Max(value.Ticks, value.UtcTicks) > DateTimeOffset.MaxValue.Ticks - TimeSpan.TicksPerSecond)
            return false;
        value = value.AddSeconds(1);
        return true;
    }
}

/// <summary>
/// Reads common timestamps: RFC 3339 with upper-case letters, at most seven decimal places, and a time that
/// .NET supports. <see cref="Timestamp"/> reads all others.
/// </summary>
internal static class UsualTimestamp
{
    private const int FractionDigits = 7;

    private const int NoDigits = 1_000_000;

    /// <returns>False if the timestamp must be read in another way.</returns>
    public static bool TryRead(ReadOnlySpan<byte> text, out DateTimeOffset value)
    {
        value = default;
        if (text.Length is < 20 or > 33 || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':')
            return false;
        var (year, month, day) = ((Two(text) * 100) + Two(text[2..]), Two(text[5..]), Two(text[8..]));
        var (hour, minute, second) = (Two(text[11..]), Two(text[14..]), Two(text[17..]));
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 59)
            return false;
        var zone = text[19..];
        if (!TryReadFraction(ref zone, out var ticks) || !TryReadZone(zone, out var offset))
            return false;
        ticks += new DateTime(year, month, day, hour, minute, second).Ticks;
        if (ticks - offset.Ticks < 0 || ticks - offset.Ticks > DateTime.MaxValue.Ticks)
            return false;
        value = new DateTimeOffset(ticks, offset);
        return true;
    }

    private static bool TryReadFraction(ref ReadOnlySpan<byte> rest, out long ticks)
    {
        ticks = 0;
        if (rest[0] != '.')
            return true;
        var length = 1;
        for (; length < rest.Length && rest[length] is >= (byte)'0' and <= (byte)'9'; length++)
            ticks = (ticks * 10) + rest[length] - '0';
        if (length is 1 or > FractionDigits + 1)
            return false;
        for (var missing = FractionDigits + 1 - length; missing > 0; missing--)
            ticks *= 10;
        rest = rest[length..];
        return true;
    }

    private static bool TryReadZone(ReadOnlySpan<byte> zone, out TimeSpan offset)
    {
        offset = TimeSpan.Zero;
        if (zone.Length == 1)
            return zone[0] == 'Z';
        if (zone.Length != 6 || zone[0] is not ((byte)'+' or (byte)'-') || zone[3] != ':')
            return false;
        var minutes = (Two(zone[1..]) * 60) + Two(zone[4..]);
        // The limit of DateTimeOffset.
        if (minutes > 14 * 60 || Two(zone[4..]) > 59)
            return false;
        offset = TimeSpan.FromMinutes(zone[0] == '-' ? -minutes : minutes);
        return true;
    }

    // Returns the value of two digits, or a number that is too large for any part of a timestamp.
    private static int Two(ReadOnlySpan<byte> text)
    {
        var (tens, ones) = (text[0] - '0', text[1] - '0');
        return (uint)tens > 9 || (uint)ones > 9 ? NoDigits : (tens * 10) + ones;
    }
}

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
