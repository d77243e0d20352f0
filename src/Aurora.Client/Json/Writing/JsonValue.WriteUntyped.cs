using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Newtonsoft.Json.Linq;

namespace Aurora.Client;

internal static partial class JsonValue
{
    public static void WriteUnknown(Utf8JsonWriter writer, IDictionary<string, object?> unknown)
    {
        if (unknown.Count == 0)
            return;
        foreach (var property in unknown)
        {
            writer.WritePropertyName(property.Key);
            Write(writer, property.Value, JsonContent.Everything);
        }
    }

    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, object? value, JsonContent content)
    {
        writer.WritePropertyName(name);
        Write(writer, value, content);
    }

    /// <summary>Writes a value that the document does not describe.</summary>
    /// <exception cref="NotSupportedException">The type of the value cannot be written as JSON.</exception>
    public static void Write(Utf8JsonWriter writer, object? value, JsonContent content)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case double number:
                WriteUntyped(writer, number);
                break;
            case float number:
                writer.WriteNumberValue(number);
                break;
            case decimal number:
                writer.WriteNumberValue(number);
                break;
            case sbyte or byte or short or ushort or int or uint or long or ulong or BigInteger:
                writer.WriteRawValue(((IFormattable)value).ToString("D", CultureInfo.InvariantCulture));
                break;
            case Guid id:
                writer.WriteStringValue(id);
                break;
            case DateTimeOffset time:
                Write(writer, time, content);
                break;
            case DateTime time:
                writer.WriteStringValue(time);
                break;
            case Uri address:
                Write(writer, address, content);
                break;
            case byte[] bytes:
                Write(writer, bytes, content);
                break;
            case IJsonModel model:
                model.Write(writer, content);
                break;
            case JsonElement element:
                element.WriteTo(writer);
                break;
            case JsonNode node:
                node.WriteTo(writer);
                break;
            case JValue { Type: JTokenType.Raw } raw:
                writer.WriteRawValue((string)raw.Value!);
                break;
            case JValue scalar:
                Write(writer, scalar.Value, content);
                break;
            case JObject properties:
                WriteItems(writer, properties, content, Write);
                break;
            case IDictionary<string, object?> items:
                WriteItems(writer, items, content, Write);
                break;
            case IDictionary items:
                writer.WriteStartObject();
                foreach (DictionaryEntry item in items)
                {
                    writer.WritePropertyName(ParameterText.Of(item.Key));
                    Write(writer, item.Value, content);
                }

                writer.WriteEndObject();
                break;
            case IEnumerable items:
                writer.WriteStartArray();
                foreach (var item in items)
                    Write(writer, item, content);
                writer.WriteEndArray();
                break;
            default:
                WriteObject(writer, value);
                break;
        }
    }

    // A double must stay a double when it is read again: 2.0 must not become 2, and 1e999 must not become text.
    private static void WriteUntyped(Utf8JsonWriter writer, double number)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        if (double.IsInfinity(number))
            writer.WriteRawValue(number > 0 ? "1e999" : "-1e999");
        else if (double.IsNaN(number) || text.IndexOfAny(['.', 'E']) >= 0)
            writer.WriteNumberValue(number);
        else
            writer.WriteRawValue(text + ".0");
    }

    /// <summary>Writes a value of a caller's type.</summary>
    private static void WriteObject(Utf8JsonWriter writer, object value)
    {
        if (!JsonSerializer.IsReflectionEnabledByDefault)
            throw new NotSupportedException($"A value of type {value.GetType()} cannot be written as JSON in a trimmed program. Fix: use a dictionary, a list, or a JsonNode.");
#pragma warning disable IL2026, IL3050 // A trimmed program has thrown above.
        JsonSerializer.Serialize(writer, value, value.GetType());
#pragma warning restore IL2026, IL3050
    }
}
