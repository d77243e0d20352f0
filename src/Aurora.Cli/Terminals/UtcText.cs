namespace Aurora.Cli.Terminals;

/// <summary>Formats a time for programs: RFC 3339 in UTC with milliseconds.</summary>
internal static class UtcText
{
    public static string Format(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
