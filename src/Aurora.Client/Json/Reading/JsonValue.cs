using System.Globalization;
using System.Text.Json;

namespace Aurora.Client;

/// <summary>
/// One overload for each type of property, selected by the declared type. The overloads for the types of the
/// document are generated. Each overload is lenient: it reads what it can understand, and reports deviations.
/// </summary>
internal static partial class JsonValue
{
    public static bool Read(ref Utf8JsonReader reader, ReadContext context, out string value)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            if (!TrySharedText(ref reader, context, out value))
                context.Report(SchemaDriftKind.Malformed, "a string");
            return true;
        }

        value = "";
        if (reader.TokenType is not (JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False))
            return context.Refuse(ref reader);
        value = Raw(ref reader);
        context.Refuse(ref reader);
        return true;
    }

    public static bool Read(ref Utf8JsonReader reader, ReadContext context, out bool value)
    {
        value = reader.TokenType == JsonTokenType.True;
        if (value || reader.TokenType == JsonTokenType.False)
            return true;
        var isText = reader.TokenType == JsonTokenType.String;
        var understood = isText && bool.TryParse(Text(ref reader, context), out value);
        context.Refuse(ref reader);
        return understood;
    }

    public static bool Read(ref Utf8JsonReader reader, ReadContext context, out int value)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out value))
            return true;
        var understood = ReadWhole(ref reader, context, int.MinValue, int.MaxValue, out var number);
        value = (int)number;
        return understood;
    }

    public static bool Read(ref Utf8JsonReader reader, ReadContext context, out long value)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out value))
            return true;
        var understood = ReadWhole(ref reader, context, long.MinValue, long.MaxValue, out var number);
        value = (long)number;
        return understood;
    }

    public static bool Read(ref Utf8JsonReader reader, ReadContext context, out ulong value)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetUInt64(out value))
            return true;
        var understood = ReadWhole(ref reader, context, ulong.MinValue, ulong.MaxValue, out var number);
        value = (ulong)number;
        return understood;
    }

    public static bool Read(ref Utf8JsonReader reader, ReadContext context, out float value)
    {
        var understood = Read(ref reader, context, out double number);
        value = (float)number;
        return understood;
    }

    public static bool Read(ref Utf8JsonReader reader, ReadContext context, out decimal value) =>
        (reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out value)) || ReadInexact(ref reader, context, out value);

    public static bool Read(ref Utf8JsonReader reader, ReadContext context, out double value)
    {
        if (reader.TokenType == JsonTokenType.Number && !reader.HasValueSequence && ShortNumber.TryRead(reader.ValueSpan, out value))
            return true;
        value = 0;
        var understood = reader.TokenType switch
        {
            JsonTokenType.Number => reader.TryGetDouble(out value),
            JsonTokenType.String => double.TryParse(Text(ref reader, context), NumberStyles.Float, CultureInfo.InvariantCulture, out value),
            _ => false,
        };
        understood &= !double.IsInfinity(value) && !double.IsNaN(value);
        if (understood && reader.TokenType == JsonTokenType.Number)
            return true;
        context.ReportNumber(ref reader);
        value = understood ? value : 0;
        return understood;
    }

    public static bool Read(ref Utf8JsonReader reader, ReadContext context, out Guid value)
    {
        value = default;
        if (reader.TokenType != JsonTokenType.String)
            return context.Refuse(ref reader);
        if (IsText(ref reader) && reader.TryGetGuid(out value))
            return true;
        context.Report(SchemaDriftKind.Malformed, "a string");
        TryText(ref reader, out var text);
        return Guid.TryParse(text, out value);
    }

    public static bool Read(ref Utf8JsonReader reader, ReadContext context, out DateTimeOffset value)
    {
        value = default;
        if (reader.TokenType != JsonTokenType.String)
            return context.Refuse(ref reader);
        if (!reader.ValueIsEscaped && !reader.HasValueSequence && UsualTimestamp.TryRead(reader.ValueSpan, out value))
            return true;
        TryText(ref reader, out var text);
        var understood = Timestamp.TryRead(text, out value);
        if (!understood || !Timestamp.HasFormat(text))
            context.Report(SchemaDriftKind.Malformed, "a string");
        return understood;
    }

    public static bool Read(ref Utf8JsonReader reader, ReadContext context, out DateTime value)
    {
        value = default;
        if (reader.TokenType != JsonTokenType.String)
            return context.Refuse(ref reader);
        TryText(ref reader, out var text);
        if (ParameterText.TryReadDate(text, out value))
            return true;
        context.Report(SchemaDriftKind.Malformed, "a string");
        return false;
    }

    public static bool Read(ref Utf8JsonReader reader, ReadContext context, out Uri value)
    {
        value = null!;
        if (reader.TokenType != JsonTokenType.String)
            return context.Refuse(ref reader);
        var isText = TrySharedText(ref reader, context, out var text);
        var understood = Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out var uri);
        // On Unix, a path is a valid absolute file URI, but the document requires a web address.
        if (!isText || !understood || !uri!.IsAbsoluteUri || !text.StartsWith(uri.Scheme, StringComparison.OrdinalIgnoreCase))
            context.Report(SchemaDriftKind.Malformed, "a string");
        value = uri!;
        return understood;
    }

    public static bool Read(ref Utf8JsonReader reader, ReadContext context, out LazyUri value)
    {
        if (reader.TokenType == JsonTokenType.String && !reader.ValueIsEscaped && !reader.HasValueSequence && AddressText.IsPlain(reader.ValueSpan))
        {
            value = context.Texts?.Address(ref reader) ?? LazyUri.OfPlain(reader.ValueSpan.ToArray());
            return true;
        }

        var understood = Read(ref reader, context, out Uri address);
        value = new LazyUri(address);
        return understood;
    }

    public static bool Read(ref Utf8JsonReader reader, ReadContext context, out byte[] value)
    {
        value = [];
        if (reader.TokenType != JsonTokenType.String)
            return context.Refuse(ref reader);
        if (IsText(ref reader) && reader.TryGetBytesFromBase64(out var bytes))
        {
            value = bytes;
            return true;
        }

        context.Report(SchemaDriftKind.Malformed, "a string");
        return false;
    }

    /// <summary>Reads an integer between two bounds, also in a form such as 5.0 or "5". Returns 0 if the value is not an integer.</summary>
    private static bool ReadWhole(ref Utf8JsonReader reader, ReadContext context, decimal least, decimal most, out decimal value)
    {
        if (ReadInexact(ref reader, context, out value) && value == decimal.Truncate(value) && value >= least && value <= most)
            return true;
        value = 0;
        return false;
    }

    /// <summary>Reads a number in quotes or in another form than the document's.</summary>
    private static bool ReadInexact(ref Utf8JsonReader reader, ReadContext context, out decimal value)
    {
        value = 0;
        var understood = reader.TokenType is JsonTokenType.Number or JsonTokenType.String
            && decimal.TryParse(reader.TokenType == JsonTokenType.Number ? Raw(ref reader) : Text(ref reader, context), NumberStyles.Float, CultureInfo.InvariantCulture, out value);
        context.ReportNumber(ref reader);
        return understood;
    }
}
