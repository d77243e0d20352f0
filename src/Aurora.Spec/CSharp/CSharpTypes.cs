using Aurora.Spec.Documents;

namespace Aurora.Spec.CSharp;

/// <summary>The C# types that the generator gives to the schemas of one document, by the settings in <c>nswag.json</c>.</summary>
internal sealed class CSharpTypes(SpecDocument document)
{
    private const string List = "IReadOnlyList";

    // A list can be a list of itself, which has no name in C#.
    private const int MostLevels = 16;

    /// <param name="schema">The schema, or null for none.</param>
    /// <param name="inline">What the generator calls a type that the document does not name.</param>
    public string Of(Schema? schema, InlineNames inline) => Of(schema, inline, MostLevels);

    private string Of(Schema? schema, InlineNames inline, int levels)
    {
        if (schema is null || levels == 0)
            return "object";
        if (IsEnum(schema))
            return schema.Name is { } name ? CSharpNames.Type(name) : inline.Enum;
        // What a document leaves to be seen from other keys, the generator does not see.
        return schema["type"]?.Text switch
        {
            "string" => OfText(schema.Format),
            "integer" => schema.Format is "int64" or "long" ? "long" : "int",
            "number" => schema.Format switch { "decimal" => "decimal", "float" => "float", _ => "double" },
            "boolean" => "bool",
            "array" => $"{List}<{Of(Schema.Of(document, schema["items"]), inline, levels - 1)}>",
            "object" when !HasProperties(schema) && schema["additionalProperties"] is { Kind: SpecNodeKind.Mapping } values =>
                $"IDictionary<string, {Of(Schema.Of(document, values), inline, levels - 1)}>",
            _ => IsClass(schema) ? schema.Name is { } named ? CSharpNames.Type(named) : inline.Class : "object",
        };
    }

    /// <summary>Whether the generator writes a type for the schema, where the document names it.</summary>
    public static bool HasType(Schema schema) => IsEnum(schema) || (schema["type"]?.Text is null or "object" && IsClass(schema));

    /// <summary>The type of a property: null is possible where the document says so, and where nothing need be there.</summary>
    public string OfProperty(Schema schema, InlineNames inline, bool isRequired) =>
        Of(schema, inline) + (schema.IsNullable || (!isRequired && schema["default"] is null) ? "?" : "");

    /// <summary>The type of a parameter, or of a body.</summary>
    public string OfParameter(Schema? schema, InlineNames inline, bool isRequired)
    {
        var type = Of(schema, inline);
        // Only the list itself: callers may hand in any sequence.
        if (type.StartsWith(List, StringComparison.Ordinal))
            type = "IEnumerable" + type[List.Length..];
        return type + (isRequired && schema is not { IsNullable: true } ? "" : "?");
    }

    public string OfResult(Schema? schema, InlineNames inline) => Of(schema, inline) + (schema is { IsNullable: true } ? "?" : "");

    private static string OfText(string format) => format switch
    {
        "uuid" or "guid" => "Guid",
        "date-time" => "DateTimeOffset",
        "date" => "DateTime",
        "uri" => "Uri",
        "byte" => "byte[]",
        _ => "string",
    };

    /// <summary>Whether the generator writes an enum: of texts, or of numbers.</summary>
    public static bool IsEnum(Schema schema) => schema.IsEnum && (schema["type"]?.Text is null or "string" or "integer");

    public static bool IsEnumOfNumbers(Schema schema) => schema.IsEnum && schema["type"]?.Text == "integer";

    private static bool IsClass(Schema schema) => HasProperties(schema) || schema["allOf"] is not null || schema["oneOf"] is not null || schema["anyOf"] is not null
        || (schema["type"] is null && schema["additionalProperties"] is { Kind: SpecNodeKind.Mapping });

    private static bool HasProperties(Schema schema) => schema["properties"] is { Children.Count: > 0 };
}
