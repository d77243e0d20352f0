using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Newtonsoft.Json.Linq;

namespace Aurora.Client;

internal static partial class JsonValue
{
    public static bool Read(ref Utf8JsonReader reader, ReadContext context, out object value)
    {
        value = Token(ref reader, context);
        return true;
    }

    /// <summary>Any type without an overload of its own: by Newtonsoft.Json, through reflection.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Every schema has a reader of its own; what is left are collections of plain values.")]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "As above.")]
    public static bool Read<T>(ref Utf8JsonReader reader, ReadContext context, out T value)
    {
        var token = Token(ref reader, context);
        value = token.ToObject<T>(AuroraJson.Lenient)!;
        if (value is not null)
            return true;
        context.Report(SchemaDriftKind.WrongType, "of kind " + token.Type);
        return false;
    }

    /// <summary>What the document does not name, as it came.</summary>
    public static void ReadUnknown(ref Utf8JsonReader reader, ReadContext context, IDictionary<string, JToken> unknown)
    {
        var name = Text(ref reader, context);
        context.ReportUnknown(name);
        reader.Read();
        unknown[name] = Token(ref reader, context);
    }

    private static JToken Token(ref Utf8JsonReader reader, ReadContext context)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var members = new JObject();
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    var name = Text(ref reader, context);
                    reader.Read();
                    members[name] = Token(ref reader, context);
                }

                return members;
            case JsonTokenType.StartArray:
                var items = new JArray();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    items.Add(Token(ref reader, context));
                return items;
            case JsonTokenType.String:
                return new JValue(Text(ref reader, context));
            case JsonTokenType.Number:
                return Number(ref reader);
            case JsonTokenType.True or JsonTokenType.False:
                return new JValue(reader.GetBoolean());
            default:
                return JValue.CreateNull();
        }
    }

    private static JValue Number(ref Utf8JsonReader reader)
    {
        if (reader.TryGetInt64(out var integer))
            return new JValue(integer);
        return BigInteger.TryParse(Raw(ref reader), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var big)
            ? new JValue((object)big)
            : new JValue(reader.GetDouble());
    }
}
