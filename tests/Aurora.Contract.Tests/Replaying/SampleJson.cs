using System.Text.Json.Nodes;
using Aurora.Spec.Documents;

namespace Aurora.Contract.Tests.Replaying;

/// <summary>Creates JSON that is valid against a schema.</summary>
internal static class SampleJson
{
    /// <summary>Returns JSON with all properties. Each number results in different values.</summary>
    public static JsonNode? Largest(Schema schema, int number) => Create(schema, number, [], _ => true);

    /// <summary>Returns JSON with the required properties only.</summary>
    public static JsonNode? Smallest(Schema schema) => Create(schema, 2, [], member => member.IsRequired);

    /// <summary>Returns JSON without any property.</summary>
    public static JsonNode? Empty(Schema schema) => Create(schema, 0, [], _ => false);

    /// <summary>Returns an object with all properties, one of which has the given value.</summary>
    public static JsonObject With(Schema schema, string name, JsonNode? value)
    {
        var json = (JsonObject)Largest(schema, 0)!;
        json[name] = value;
        return json;
    }

    /// <summary>Returns an object with all properties except one.</summary>
    public static JsonObject Without(Schema schema, string name)
    {
        var json = (JsonObject)Largest(schema, 0)!;
        json.Remove(name);
        return json;
    }

    private static JsonNode? Create(Schema schema, int number, Schema[] outer, Func<SchemaMember, bool> includes)
    {
        // A schema that requires itself has no finite value.
        if (outer.Length > 2 * SchemaMembers.MaxDepth)
            return null;
        Schema[] inner = [.. outer, schema];
        if (schema.Type == "array")
            return schema["items"] is null ? new JsonArray() : new JsonArray(Create(schema.Inner(), number, inner, includes));
        if (schema.IsObject())
        {
            return new JsonObject(schema.Members().Where(member => includes(member) && (member.IsRequired || !member.Schema.IsIn(inner)))
                .Select(member => KeyValuePair.Create(member.Name, Create(member.Schema, number, inner, includes))));
        }

        return schema.IsMap() ? new JsonObject { ["key"] = Create(schema.Inner(), number, inner, includes) } : Samples.Usual(schema, number);
    }
}
