using System.Text.Json.Nodes;
using Aurora.Spec.Documents;

namespace Aurora.Spec.Tests.History;

/// <summary>Makes a value that a schema allows, with all of its properties.</summary>
internal static class SchemaSample
{
    public static JsonNode Of(SpecDocument document, SpecNode site)
    {
        var schema = Schema.Of(document, site)!;
        if (schema["enum"] is { } values)
            return values.Children[0].Text;
        return schema.Type switch
        {
            "object" => new JsonObject(schema["properties"]!.Children.Select(property => KeyValuePair.Create(property.Name, (JsonNode?)Of(document, property)))),
            "array" => new JsonArray(Of(document, schema["items"]!), Of(document, schema["items"]!)),
            "integer" => 42,
            "number" => 0.5,
            "boolean" => true,
            _ => Text(schema.Format),
        };
    }

    private static string Text(string format) => format switch
    {
        "uuid" => "0f8fad5b-d9cb-469f-a165-70867728950e",
        "date-time" => "2026-01-02T03:04:05.678901Z",
        "uri" => "https://files.example/one",
        _ => "words",
    };
}
