using System.Globalization;
using System.Text.RegularExpressions;

namespace Aurora.TestKit;

/// <summary>Parses RFC 3339 times without the parsers of .NET.</summary>
internal static partial class Rfc3339
{
    /// <summary>
    /// Returns null for text that is not valid, and for times that <see cref="DateTimeOffset"/> does not support: the year 0 and offsets of more
    /// than 14 hours.
    /// </summary>
    /// <remarks>A leap second is read as the second after it. Fractions are truncated to 100 ns.</remarks>
    public static DateTimeOffset? Read(string text)
    {
        if (Form().Match(text) is not { Success: true } match)
            return null;
        int Part(string name) => int.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture);
        try
        {
            var minute = new DateTime(Part("year"), Part("month"), Part("day"), Part("hour"), Part("minute"), 0, DateTimeKind.Unspecified);
            var ticks = (Part("second") * TimeSpan.TicksPerSecond) + long.Parse(match.Groups["fraction"].Value.PadRight(7, '0')[..7], CultureInfo.InvariantCulture);
            return new DateTimeOffset(minute.AddTicks(ticks), Offset(match));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static TimeSpan Offset(Match match)
    {
        if (match.Groups["sign"].Value.Length == 0)
            return TimeSpan.Zero;
        var offset = TimeSpan.ParseExact(match.Groups["offset"].Value, @"hh\:mm", CultureInfo.InvariantCulture);
        return match.Groups["sign"].Value == "-" ? -offset : offset;
    }

    [GeneratedRegex(
        @"\A(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)T(?<hour>\d\d):(?<minute>\d\d):(?<second>[0-5]\d|60)(\.(?<fraction>\d+))?(Z|(?<sign>[+-])(?<offset>\d\d:\d\d))\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ECMAScript)]
    private static partial Regex Form();
}
