using System.Globalization;
using System.Text.RegularExpressions;

namespace Aurora.Client;

/// <summary>The document's <c>format: date-time</c> (RFC 3339), and what comes close to it.</summary>
internal static class Timestamp
{
    private static readonly Regex Format = new(
        "\\A[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})\\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>Whether it has the form of RFC 3339, whether or not there is such a moment.</summary>
    public static bool HasFormat(string text) => Format.IsMatch(text);

    /// <summary>Any date and time; where the zone is missing, it is UTC on every machine.</summary>
    public static bool TryRead(string text, out DateTimeOffset value) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out value) || TryReadLeapSecond(text, out value);

    /// <summary>23:59:60, which RFC 3339 allows and .NET does not know: the first moment after it.</summary>
    private static bool TryReadLeapSecond(string text, out DateTimeOffset value)
    {
        value = default;
        if (text.Length < 20 || string.CompareOrdinal(text, 16, ":60", 0, 3) != 0 || (text[^1] is not ('Z' or 'z') && text[^6] is not ('+' or '-')))
            return false;
        var before = text[..16] + ":59" + text[19..];
        if (!DateTimeOffset.TryParse(before, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out value))
            return false;
        // The end of the year 9999, by the clock or in UTC, has no moment after it.
        if (Math.Max(value.Ticks, value.UtcTicks) > DateTimeOffset.MaxValue.Ticks - TimeSpan.TicksPerSecond)
            return false;
        value = value.AddSeconds(1);
        return true;
    }
}
