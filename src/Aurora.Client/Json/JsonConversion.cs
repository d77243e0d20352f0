using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aurora.Client;

/// <summary>The common code of the converters for System.Text.Json.</summary>
internal static class JsonConversion
{
    private const string Root = "$";

    /// <summary>Reads a complete value as strictly as System.Text.Json does.</summary>
    /// <exception cref="JsonException">A value does not match its property.</exception>
    public static T Read<T>(ref Utf8JsonReader reader, JsonRead<T> read, JsonSerializerOptions options)
    {
        var depth = reader.CurrentDepth;
        using var context = ReadContext.Strict(
            Root, (options.NumberHandling & JsonNumberHandling.AllowReadingFromString) != 0, drift => throw Misfit(drift, typeof(T), depth));
        read(ref reader, context, out var value);
        return value;
    }

    public static string ReadText(ref Utf8JsonReader reader) => reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName
        ? JsonValue.Text(ref reader)
        : throw new JsonException();

    // System.Text.Json adds the path to this object if the exception has no path. Only this method knows the path inside the object.
    private static JsonException Misfit(SchemaDrift drift, Type type, int depth)
    {
        if (drift.Path == Root)
            return new JsonException();
        var message = $"The JSON value of '{drift.Path[(Root.Length + 1)..]}' could not be converted to its type in {type}: it is {drift.Found}.";
        return depth == 0 ? new JsonException(message, drift.Path, null, null) : new JsonException(message);
    }
}
