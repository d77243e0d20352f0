using System.Globalization;

namespace Aurora.Cli.Terminals;

/// <summary>A time as lines for programs have it: RFC 3339, in UTC, to the millisecond, always of the same length.</summary>
internal static class UtcText
{
    public static string Of(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
