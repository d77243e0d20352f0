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
