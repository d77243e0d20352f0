using System.Text.Json;
using System.Text.RegularExpressions;

namespace Aurora.Client;

/// <summary>
/// An error in a list that contains the name of its field next to the text: <c>{"attr": "ids", "detail": "…"}</c>, or <c>{"pointer": "#/ids", "detail": "…"}</c>
/// as in RFC 9457.
/// </summary>
internal static class NamedError
{
    public static bool IsName(string property) => property is "attr" or "field" or "pointer" or "parameter";

    /// <summary>Returns the name of the field, or null if the object has another shape.</summary>
    /// <param name="reader">A copy of the reader at the start of the object, so that the caller's reader does not move.</param>
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
