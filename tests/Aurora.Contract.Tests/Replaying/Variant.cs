using System.Text.Json.Nodes;
using Aurora.Spec.Documents;

namespace Aurora.Contract.Tests.Replaying;

/// <summary>JSON that tests one value of a schema: a valid one, an edge case, or an invalid one.</summary>
/// <param name="Name">A description.</param>
/// <param name="Place">The JSON pointer of the schema of the value.</param>
/// <param name="Create">Creates the JSON.</param>
internal sealed record Variant(string Name, string Place, Func<JsonNode?> Create)
{
    /// <summary>Returns the variants of every value in a schema. All other values are valid.</summary>
    public static IEnumerable<Variant> Of(Schema schema) => Of(schema, "", []);

    private static IEnumerable<Variant> Of(Schema schema, string name, Schema[] outer)
    {
        if (schema.IsIn(outer))
            return [];
        if (schema.Type == "array")
            return OfArray(schema, name, [.. outer, schema]);
        if (schema.IsObject())
            return OfObject(schema, name, [.. outer, schema]);
        if (schema.IsMap())
        {
            return Of(schema.Inner(), name + ".*", [.. outer, schema]).Select(value => value with { Create = () => new JsonObject { ["key"] = value.Create() } })
                .Append(new Variant(name + " = {}", schema.Site.Pointer, () => new JsonObject()));
        }

        return Samples.Edges(schema).Select(edge => new Variant($"{name} = {edge.Name}", schema.Site.Pointer, () => JsonNode.Parse(edge.Json)));
    }

    private static IEnumerable<Variant> OfArray(Schema schema, string name, Schema[] outer)
    {
        var items = schema.Inner();
        var place = items.Site.Pointer;
        yield return new(name + "[] with no items", place, () => new JsonArray());
        yield return new(name + "[] with one item", place, () => new JsonArray(SampleJson.Largest(items, 0)));
        yield return new(name + "[] with three items", place, () => new JsonArray(SampleJson.Largest(items, 0), SampleJson.Smallest(items), SampleJson.Largest(items, 1)));
        yield return new(name + "[] with a null item", place, () => new JsonArray(SampleJson.Largest(items, 0), null, SampleJson.Largest(items, 1)));
        if (items.IsObject())
            yield return new(name + "[] with a text item", place, () => new JsonArray(SampleJson.Largest(items, 0), "text", SampleJson.Largest(items, 1)));
        foreach (var variant in Of(items, name + "[]", outer))
            yield return variant with { Create = () => new JsonArray(variant.Create()) };
    }

    private static IEnumerable<Variant> OfObject(Schema schema, string name, Schema[] outer)
    {
        yield return new(name + " with an unknown property", schema.Core.Pointer, () => SampleJson.With(schema, "not_in_the_document", "text"));
        foreach (var member in schema.Members())
        {
            var path = $"{name}.{member.Name}";
            yield return new(path + " is missing", member.Schema.Site.Pointer, () => SampleJson.Without(schema, member.Name));
            yield return new(path + " = null", member.Schema.Site.Pointer, () => SampleJson.With(schema, member.Name, null));
            foreach (var variant in Of(member.Schema, path, outer))
                yield return variant with { Create = () => SampleJson.With(schema, member.Name, variant.Create()) };
        }
    }
}
