using System.Text.Json.Nodes;
using Aurora.Client;
using Aurora.Spec.Documents;

namespace Aurora.Contract.Tests.Replaying;

/// <summary>Where a body departs from the document, as the document has it.</summary>
internal sealed class ExpectedDrift(SpecDocument document)
{
    public IReadOnlyList<string> Of(Schema schema, JsonNode? sent) => [.. Of(schema, sent, "$").Order(StringComparer.Ordinal)];

    public static string Told(SchemaDriftKind kind, string path) => $"{kind} {path}";

    /// <summary>Where in the document that is which a path of a drift names, or the nearest that there is.</summary>
    public string PlaceOf(Schema schema, string path)
    {
        foreach (var step in path.Replace("[]", ".[]", StringComparison.Ordinal).Split('.').Skip(1))
        {
            var next = step switch
            {
                "[]" => Schema.Of(document, schema["items"]),
                "*" => Schema.Of(document, schema["additionalProperties"]),
                _ => schema.Members(document).FirstOrDefault(member => member.Name == step)?.Schema,
            };
            if (next is null)
                return $"{schema.Core.Pointer}/properties/{JsonPointer.Escape(step)}";
            schema = next;
        }

        return schema.Site.Pointer;
    }

    private IEnumerable<string> Of(Schema schema, JsonNode? sent, string path)
    {
        if (sent is null)
            return schema.IsNullable ? [] : [Told(SchemaDriftKind.Null, path)];
        if (schema.Type == "array")
        {
            return sent is JsonArray items && schema["items"] is { } site
                ? items.SelectMany(item => Of(Schema.Of(document, site)!, item, path + "[]"))
                : [Told(SchemaDriftKind.WrongType, path)];
        }

        if (schema.IsObject())
            return sent is JsonObject json ? OfObject(schema, json, path) : [Told(SchemaDriftKind.WrongType, path)];
        if (schema.IsMap())
        {
            return sent is JsonObject map
                ? map.SelectMany(pair => Of(Schema.Of(document, schema["additionalProperties"])!, pair.Value, path + ".*"))
                : [Told(SchemaDriftKind.WrongType, path)];
        }

        return LeafRules.TypeOf(schema) != typeof(object) && LeafRules.Of(schema, sent).Drift is { } kind ? [Told(kind, path)] : [];
    }

    private IEnumerable<string> OfObject(Schema schema, JsonObject sent, string path)
    {
        var members = schema.Members(document).ToDictionary(member => member.Name);
        var ofValues = sent.SelectMany(pair => members.TryGetValue(pair.Key, out var member)
            ? Of(member.Schema, pair.Value, $"{path}.{pair.Key}")
            : [Told(SchemaDriftKind.UnknownProperty, $"{path}.{pair.Key}")]);
        return ofValues.Concat(members.Values.Where(member => member.IsRequired && !sent.ContainsKey(member.Name))
            .Select(member => Told(SchemaDriftKind.Missing, $"{path}.{member.Name}")));
    }
}
