namespace Aurora.Client;

/// <summary>The document's <c>format: date-time</c> (RFC 3339); where the zone is missing, it is UTC on every machine.</summary>
internal sealed class TimestampConverter() : TextConverter<DateTimeOffset>("a date and time in the form of RFC 3339")
{
    protected override bool TryRead(string text, out DateTimeOffset value) => Timestamp.TryRead(text, out value);

    protected override string Write(DateTimeOffset value) => ParameterText.Of(value);
}
