using System.Globalization;

namespace Aurora.Client;

/// <summary>Writes the value of a parameter as in JSON, but without quotes. The culture of the machine does not matter.</summary>
internal static class ParameterText
{
    public const string DateFormat = "yyyy-MM-dd";

    /// <summary>Reads <c>format: date</c>, which has no time and no time zone.</summary>
    public static bool TryReadDate(string text, out DateTime value) =>
        DateTime.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out value);

    public static string Of(object value) => value switch
    {
        string text => text,
        bool flag => flag ? "true" : "false",
        DateTime date => date.ToString(DateFormat, CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture),
        Enum number => number.ToString("D"),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        float number => number.ToString("R", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
