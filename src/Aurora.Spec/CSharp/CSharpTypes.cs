using Aurora.Spec.Documents;

namespace Aurora.Spec.CSharp;

/// <summary>The C# types that the generator gives to the schemas of one document, by the settings in <c>nswag.json</c>.</summary>
internal sealed class CSharpTypes(SpecDocument document)
{
    /// <param name="schema">The schema, or null for none.</param>
    /// <param name="inlineName">What the generator calls a type that the document does not name.</param>
    public string Of(Schema? schema, string inlineName)
    {
        if (schema is null)
            return "object";
        if (schema.IsEnum && schema.Type is "string" or "")
            return schema.Name is { } name ? CSharpNames.Type(name) : schema.IsEnum ? inlineName : Untyped(schema, inlineName);
        return schema.Type switch
        {
            "string" => OfText(schema.Format),
            "integer" => schema.Format is "int64" or "long" ? "long" : "int",
            "number" => schema.Format switch { "decimal" => "decimal", "float" => "float", _ => "double" },
            "boolean" => "bool",
            "array" => $"IReadOnlyList<{Of(Schema.Of(document, schema["items"]), inlineName)}>",
            _ => Untyped(schema, inlineName),
        };
    }

    /// <summary>The type of a property: null is possible where the document says so, and where nothing need be there.</summary>
    public string OfProperty(Schema schema, string inlineName, bool isRequired) =>
        Of(schema, inlineName) + (schema.IsNullable || (!isRequired && schema["default"] is null) ? "?" : "");

    /// <summary>The type of a parameter, or of a body.</summary>
    public string OfParameter(Schema? schema, string inlineName, bool isRequired)
    {
        var type = Of(schema, inlineName);
        // Only the list itself: callers may hand in any sequence.
        if (schema is { Type: "array" })
            type = "IEnumerable" + type["IReadOnlyList".Length..];
        return type + (isRequired && schema is not { IsNullable: true } ? "" : "?");
    }

    public string OfResult(Schema? schema, string inlineName) => Of(schema, inlineName) + (schema is { IsNullable: true } ? "?" : "");

    private static string OfText(string format) => format switch
    {
        "uuid" or "guid" => "Guid",
        "date-time" => "DateTimeOffset",
        "date" => "DateTime",
        "uri" => "Uri",
        "byte" => "byte[]",
        _ => "string",
    };

    private string Untyped(Schema schema, string inlineName)
    {
        if (schema["properties"] is null && schema["additionalProperties"] is { Kind: SpecNodeKind.Mapping } values)
            return $"IDictionary<string, {Of(Schema.Of(document, values), inlineName)}>";
        if (schema.Name is { } name)
            return CSharpNames.Type(name);
        return schema["properties"] is not null || schema["allOf"] is not null ? inlineName : "object";
    }
}
