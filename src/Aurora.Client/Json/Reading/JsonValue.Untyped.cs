using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace Aurora.Client;

// The values do not use the types of Newtonsoft.Json, because these cannot be trimmed.
internal static partial class JsonValue
{
    // A longer integer stays text, because parsing a million digits takes seconds.
    private const int MostDigits = 1000;

    public static bool Read(ref Utf8JsonReader reader, ReadContext context, out object value)
    {
        value = Plain(ref reader, context)!;
        return true;
    }

    /// <summary>Reads a value that the document does not describe.</summary>
    public static void ReadUnknown(ref Utf8JsonReader reader, ReadContext context, IDictionary<string, object?> unknown)
    {
        context.Forget();
        var name = Text(ref reader, context);
        reader.Read();
        context.ReportUnknown(ref reader, name);
        unknown[name] = Plain(ref reader, context);
    }

    private static object? Plain(ref Utf8JsonReader reader, ReadContext context)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var members = new Dictionary<string, object?>();
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    var name = Text(ref reader, context);
                    reader.Read();
                    members[name] = Plain(ref reader, context);
                }

                return members;
            case JsonTokenType.StartArray:
                var items = new List<object?>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    items.Add(Plain(ref reader, context));
                return items;
            case JsonTokenType.String:
                return Text(ref reader, context);
            case JsonTokenType.Number:
                return Number(ref reader);
            case JsonTokenType.True or JsonTokenType.False:
                return reader.GetBoolean();
            default:
                return null;
        }
    }

    private static long Length(ref Utf8JsonReader reader) => reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length;

    private static object Number(ref Utf8JsonReader reader)
    {
        if (reader.TryGetInt64(out var integer))
            return integer;
        if (Length(ref reader) > MostDigits)
            return reader.TryGetDouble(out var rounded) && !double.IsInfinity(rounded) ? rounded : Raw(ref reader);
        if (BigInteger.TryParse(Raw(ref reader), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var big))
            return big;
        // For a number beyond the range of double, .NET Framework fails, but .NET returns infinity.
        return reader.TryGetDouble(out var number) ? number : Raw(ref reader);
    }
}
