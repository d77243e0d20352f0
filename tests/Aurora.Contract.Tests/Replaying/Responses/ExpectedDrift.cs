using System.Text.Json.Nodes;
using Aurora.Client;
using Aurora.Spec.Documents;

namespace Aurora.Contract.Tests.Replaying.Responses;

/// <summary>Determines the drift that the client must report for a body, based on the document alone.</summary>
internal static class ExpectedDrift
{
    public static IReadOnlyList<string> Of(Schema schema, JsonNode? sent) => [.. Of(schema, sent, "$").Order(StringComparer.Ordinal)];

    public static string Format(SchemaDriftKind kind, string path) => $"{kind} {path}";

    /// <summary>Returns the JSON pointer in the document for the path of a drift.</summary>
    public static string PlaceOf(Schema schema, string path)
    {
        foreach (var step in path.Replace("[]", ".[]", StringComparison.Ordinal).Split('.').Skip(1))
        {
            var next = step switch
            {
                "[]" or "*" => schema.Inner(),
                _ => schema.Members().FirstOrDefault(member => member.Name == step)?.Schema,
            };
            if (next is null)
                return $"{schema.Core.Pointer}/properties/{JsonPointer.Escape(step)}";
            schema = next;
        }

        return schema.Site.Pointer;
    }

    private static IEnumerable<string> Of(Schema schema, JsonNode? sent, string path)
    {
        if (sent is null)
            return schema.IsNullable ? [] : [Format(SchemaDriftKind.Null, path)];
        if (schema.Type == "array")
        {
            return sent is JsonArray items && schema["items"] is not null
                ? items.SelectMany(item => Of(schema.Inner(), item, path + "[]"))
                : [Format(SchemaDriftKind.WrongType, path)];
        }

        if (schema.IsObject())
            return sent is JsonObject json ? OfObject(schema, json, path) : [Format(SchemaDriftKind.WrongType, path)];
        if (schema.IsMap())
        {
            return sent is JsonObject map
                ? map.SelectMany(pair => Of(schema.Inner(), pair.Value, path + ".*"))
                : [Format(SchemaDriftKind.WrongType, path)];
        }

        return LeafRules.TypeOf(schema) != typeof(object) && LeafRules.Of(schema, sent).Drift is { } kind ? [Format(kind, path)] : [];
    }

    private static IEnumerable<string> OfObject(Schema schema, JsonObject sent, string path)
    {
        var members = schema.Members().ToDictionary(member => member.Name);
        var ofValues = sent.SelectMany(pair => members.TryGetValue(pair.Key, out var member)
            ? Of(member.Schema, pair.Value, $"{path}.{pair.Key}")
            : [Format(SchemaDriftKind.UnknownProperty, $"{path}.{pair.Key}")]);
        return ofValues.Concat(members.Values.Where(member => member.IsRequired && !sent.ContainsKey(member.Name))
            .Select(member => Format(SchemaDriftKind.Missing, $"{path}.{member.Name}")));
    }
}
