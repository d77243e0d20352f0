using System.Text;
using System.Text.Json;

namespace Aurora.Client;

/// <summary>
/// Collects the text of a JSON error in every shape that Django REST framework sends, and of problem details (RFC 9457).
/// For an incomplete body, it returns the text before the end.
/// </summary>
internal static class ErrorJson
{
    /// <param name="json">The body.</param>
    /// <param name="isProblem">Whether its media type is <c>application/problem+json</c>.</param>
    public static ErrorText Read(string json, bool isProblem)
    {
        var text = new ErrorText();
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json), isFinalBlock: false, state: default);
        try
        {
            if (reader.Read())
                ReadValue(ref reader, "", isProblem, text);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The rest of the body is not JSON or not text.
        }

        return text;
    }

    private static void ReadValue(ref Utf8JsonReader reader, string name, bool isProblem, ErrorText text)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                ReadObject(ref reader, name, isProblem, text);
                break;
            case JsonTokenType.StartArray:
                ReadArray(ref reader, name, text);
                break;
            case JsonTokenType.String or JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False:
                text.Add(name, Scalar(ref reader));
                break;
        }
    }

    private static void ReadArray(ref Utf8JsonReader reader, string name, ErrorText text)
    {
        for (var position = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; position++)
        {
            if (IsScalar(reader.TokenType))
                ReadValue(ref reader, name, isProblem: false, text);
            else
                ReadValue(ref reader, NamedError.NameIn(reader) ?? $"{name}[{position}]", isProblem: false, text);
        }
    }

    private static void ReadObject(ref Utf8JsonReader reader, string name, bool isProblem, ErrorText text)
    {
        var isNamed = NamedError.NameIn(reader) is not null;
        string? code = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var property = reader.GetString()!;
            if (!reader.Read())
                return;
            var isScalar = IsScalar(reader.TokenType);
            if (isScalar && (isNamed && NamedError.IsName(property) || isProblem && property is "status" or "type" or "instance"))
                continue;
            if (isScalar && property == "code")
                code = Scalar(ref reader);
            else
                ReadValue(ref reader, IsEnvelope(property, reader.TokenType, isProblem) ? name : name.Length == 0 ? property : name + "." + property, isProblem: false, text);
        }

        if (!string.IsNullOrEmpty(code))
            text.Add(name, $"({code})");
    }

    // If a field has one of these names, the framework sends its errors as an array.
    private static bool IsEnvelope(string property, JsonTokenType value, bool isProblem) => property switch
    {
        "non_field_errors" or "__all__" or "errors" => true,
        "detail" or "message" or "error" => value != JsonTokenType.StartArray,
        "title" => isProblem,
        _ => false,
    };

    private static bool IsScalar(JsonTokenType token) => token is not (JsonTokenType.StartObject or JsonTokenType.StartArray);

    private static string Scalar(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString()!,
        JsonTokenType.Null => "",
        _ => Encoding.UTF8.GetString(reader.ValueSpan.ToArray()),
    };
}
