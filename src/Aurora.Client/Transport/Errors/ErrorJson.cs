using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Aurora.Client;

/// <summary>
/// Collects the text of a JSON error in every shape that Django REST framework sends, and of problem details (RFC 9457).
/// For an incomplete body, it returns the text before the end.
/// </summary>
internal static class ErrorJson
{
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
            var item = IsScalar(reader.TokenType) ? name : NamedError.NameIn(reader) ?? $"{name}[{position}]";
            ReadValue(ref reader, item, isProblem: false, text);
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

/// <summary>The messages of an error response, in general and about single fields, in the order of the response.</summary>
internal sealed class ErrorText
{
    public const int MaxLength = 1000;

    private const int MaxNameLength = 200;
    private const int MaxMessages = 200;

    private readonly List<string> _general = [];
    private readonly Dictionary<string, IReadOnlyList<string>> _fields = new(StringComparer.Ordinal);
    private int _messages;

    /// <summary>Gets the messages by the flattened name of the field, such as <c>items[1].name</c>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Fields => _fields;

    /// <summary>Gets all messages on one line, or null without a message.</summary>
    public string? Detail
    {
        get
        {
            var text = Join([.. _general, .. _fields.Select(pair => $"{pair.Key}: {Join(pair.Value)}")]);
            return text.Length == 0 ? null : PrintableText.Of(text, MaxLength);
        }
    }

    /// <summary>Adds a message about a field, or about the whole request if the name is empty. A blank message is ignored.</summary>
    public void Add(string name, string message)
    {
        var text = PrintableText.Of(message.Trim(), MaxLength);
        if (text.Length == 0 || ++_messages > MaxMessages)
            return;
        if (name.Length == 0)
        {
            _general.Add(text);
            return;
        }

        var field = PrintableText.Of(name, MaxNameLength);
        _fields[field] = _fields.TryGetValue(field, out var earlier) ? [.. earlier, text] : [text];
    }

    // "No credit" and "Your balance is 30." are two sentences.
    private static string Join(IReadOnlyList<string> texts) => string.Join(" ", texts.Select((text, i) =>
        i + 1 < texts.Count && char.IsLetterOrDigit(text[text.Length - 1]) && texts[i + 1][0] != '(' ? text + "." : text));
}

/// <summary>
/// An error in a list that contains the name of its field next to the text: <c>{"attr": "ids", "detail": "…"}</c>, or <c>{"pointer": "#/ids", "detail": "…"}</c>
/// as in RFC 9457.
/// </summary>
internal static class NamedError
{
    public static bool IsName(string property) => property is "attr" or "field" or "pointer" or "parameter";

    /// <summary>Returns the name of the field, or null if the object has another shape. The reader is a copy, so that the caller's reader does not move.</summary>
    public static string? NameIn(Utf8JsonReader reader)
    {
        try
        {
            return reader.TokenType == JsonTokenType.StartObject ? Find(ref reader) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Find(ref Utf8JsonReader reader)
    {
        string? name = null;
        var hasText = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var property = reader.GetString()!;
            if (!reader.Read())
                return null;
            if (reader.TokenType == JsonTokenType.String && IsName(property))
                name = reader.GetString();
            hasText |= reader.TokenType == JsonTokenType.String && property is "detail" or "message" or "reason";
            if (!reader.TrySkip())
                return null;
        }

        return hasText && !string.IsNullOrEmpty(name) ? Flatten(name!) : null;
    }

    // "#/items/1/name" is a JSON pointer, and "items.1.name" is how drf-standardized-errors writes it.
    private static string Flatten(string name) =>
        Regex.Replace(name.TrimStart('#').TrimStart('/').Replace('/', '.'), @"\.(\d+)(?=\.|$)", "[$1]", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
}
