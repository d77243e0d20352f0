using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aurora.Client;

/// <summary>What the converters for System.Text.Json have in common.</summary>
internal static class JsonConversion
{
    private const string Root = "$";

    /// <summary>Reads a whole value, as strictly as System.Text.Json does.</summary>
    /// <exception cref="JsonException">A token does not fit its property.</exception>
    public static T Read<T>(ref Utf8JsonReader reader, JsonRead<T> read, JsonSerializerOptions options)
    {
        var depth = reader.CurrentDepth;
        using var context = ReadContext.Strict(
            Root, (options.NumberHandling & JsonNumberHandling.AllowReadingFromString) != 0, drift => throw Misfit(drift, typeof(T), depth));
        read(ref reader, context, out var value);
        return value;
    }

    public static void Write(Utf8JsonWriter writer, IJsonModel value) => value.Write(writer, JsonContent.Everything);

    /// <summary>The text of a string or of a property's name.</summary>
    public static string ReadText(ref Utf8JsonReader reader) => reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName
        ? JsonValue.Text(ref reader)
        : throw new JsonException();

    // System.Text.Json knows the path to this object, and tells it of an exception that has none; only this knows the path in it.
    private static JsonException Misfit(SchemaDrift drift, Type type, int depth)
    {
        if (drift.Path == Root)
            return new JsonException();
        var message = $"The JSON value of '{drift.Path[(Root.Length + 1)..]}' could not be converted to its type in {type}: it is {drift.Found}.";
        return depth == 0 ? new JsonException(message, drift.Path, null, null) : new JsonException(message);
    }
}
