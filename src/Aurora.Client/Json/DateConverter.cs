using System.Globalization;

namespace Aurora.Client;

/// <summary>Converts <c>format: date</c>, which has no time and no time zone.</summary>
internal sealed class DateConverter() : TextConverter<DateTime>("a date in the form 2026-01-31")
{
    public const string Format = "yyyy-MM-dd";

    protected override bool TryRead(string text, out DateTime value) =>
        DateTime.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out value);

    protected override string Write(DateTime value) => value.ToString(Format, CultureInfo.InvariantCulture);
}
