namespace Aurora.Client;

/// <summary>Converts <c>format: date-time</c> (RFC 3339). A value without a time zone is in UTC.</summary>
internal sealed class TimestampConverter() : TextConverter<DateTimeOffset>("a date and time in the form of RFC 3339")
{
    protected override bool TryRead(string text, out DateTimeOffset value) => Timestamp.TryRead(text, out value);

    protected override string Write(DateTimeOffset value) => ParameterText.Of(value);
}
