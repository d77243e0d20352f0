using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;

namespace Aurora.TestKit;

/// <summary>Validates the JSON of a request against its schema. Read-only properties are not required, and must not be sent.</summary>
internal static class RequestBodyRules
{
    public static IReadOnlyList<string> Errors(string json, JsonSchema schema)
    {
        var body = AuroraDocument.ParseJson(json);
        return [.. StrictValidation.Errors(body, schema, IsRequiredInResponsesOnly), .. ReadOnlyValues(body, schema)];
    }

    private static bool IsRequiredInResponsesOnly(ValidationError error) =>
        error.Kind == ValidationErrorKind.PropertyRequired
        && error.Property is { } name && error.Schema.ActualProperties.TryGetValue(name, out var property) && property.IsReadOnly;

    private static IEnumerable<string> ReadOnlyValues(JToken value, JsonSchema schema) => value switch
    {
        JArray items when schema.ActualSchema.Item is { } item => items.SelectMany(each => ReadOnlyValues(each, item)),
        JObject json => json.Properties().SelectMany(sent => PropertyOf(schema, sent.Name) switch
        {
            { IsReadOnly: true } => [$"{sent.Path}: ReadOnly"],
            { } property => ReadOnlyValues(sent.Value, property),
            _ => schema.ActualSchema.AdditionalPropertiesSchema is { } values ? ReadOnlyValues(sent.Value, values) : [],
        }),
        _ => [],
    };

    private static JsonSchemaProperty? PropertyOf(JsonSchema schema, string name) =>
        schema.ActualTypeSchema.AllInheritedSchemas.Prepend(schema.ActualTypeSchema)
            .Select(holder => holder.ActualProperties.GetValueOrDefault(name)).FirstOrDefault(property => property is not null);
}
