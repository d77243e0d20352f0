using System.Text.Json.Nodes;
using Aurora.Spec.Documents;

namespace Aurora.Contract.Tests.Replaying;

/// <summary>Makes of a schema the bodies that an API may send which follows it, and those just beside them.</summary>
internal sealed class ReplayDocuments(IReadOnlyList<ReplayedOperation> operations, SpecDocument document)
{
    /// <summary>A value that is particular in one thing.</summary>
    private sealed record Variant(string Name, string Place, Func<JsonNode?> Make);

    // A schema that holds itself has an end here.
    private const int MostDepth = 3;

    private const int MostItems = 10_000;

    public IEnumerable<ReplayCase> Cases() => operations.SelectMany(operation => operation.Responses.SelectMany(response => Cases(operation, response)));

    private IEnumerable<ReplayCase> Cases(ReplayedOperation operation, ReplayedResponse response)
    {
        if (response.Body is not { } schema)
            return [new ReplayCase(operation, response, "no body", response.Pointer, null)];
        var bodies = new Variant[] { new("largest", response.Pointer, () => Largest(schema, 0)), new("smallest", response.Pointer, () => Smallest(schema)) };
        if (!response.IsSuccess)
            return bodies.Select(body => Case(operation, response, body)).Append(new ReplayCase(operation, response, "no body", response.Pointer, null));
        return bodies.Concat(Variants(schema, "", 0)).Concat(Many(schema, response)).Select(body => Case(operation, response, body)).Concat(Unreadable(operation, response, schema));
    }

    private static ReplayCase Case(ReplayedOperation operation, ReplayedResponse response, Variant body) =>
        new(operation, response, body.Name, body.Place, () => body.Make()?.ToJsonString() ?? "null");

    private static IEnumerable<ReplayCase> Unreadable(ReplayedOperation operation, ReplayedResponse response, Schema schema) =>
        new[] { schema.Type == "array" ? "{}" : "[]", "null", "", "<html>" }
            .Select(body => new ReplayCase(operation, response, $"a body of another kind: {(body.Length == 0 ? "(empty)" : body)}", response.Pointer, () => body, IsReadable: false));

    private IEnumerable<Variant> Many(Schema schema, ReplayedResponse response) => schema.Type == "array"
        ? [new($"{MostItems} items", response.Pointer, () => new JsonArray([.. Enumerable.Range(0, MostItems).Select(number => Largest(Items(schema), number))]))]
        : [];

    private IEnumerable<Variant> Variants(Schema schema, string name, int depth)
    {
        if (depth > MostDepth)
            return [];
        if (schema.Type == "array")
            return ArrayVariants(schema, name, depth);
        if (schema.IsObject())
            return ObjectVariants(schema, name, depth);
        if (schema.IsMap())
        {
            var values = Schema.Of(document, schema["additionalProperties"])!;
            return Variants(values, name + ".*", depth + 1).Select(value => value with { Make = () => new JsonObject { ["key"] = value.Make() } })
                .Append(new Variant(name + " = {}", schema.Site.Pointer, () => new JsonObject()));
        }

        return Samples.Edges(schema).Select(edge => new Variant($"{name} = {edge.Name}", schema.Site.Pointer, () => JsonNode.Parse(edge.Json)));
    }

    private IEnumerable<Variant> ArrayVariants(Schema schema, string name, int depth)
    {
        var items = Items(schema);
        var place = items.Site.Pointer;
        yield return new(name + "[] zero items", place, () => new JsonArray());
        yield return new(name + "[] one item", place, () => new JsonArray(Largest(items, 0)));
        yield return new(name + "[] three items", place, () => new JsonArray(Largest(items, 0), Smallest(items), Largest(items, 1)));
        yield return new(name + "[] a null among items", place, () => new JsonArray(Largest(items, 0), null, Largest(items, 1)));
        if (items.IsObject())
            yield return new(name + "[] a text among items", place, () => new JsonArray(Largest(items, 0), "text", Largest(items, 1)));
        foreach (var variant in Variants(items, name + "[]", depth + 1))
            yield return variant with { Make = () => new JsonArray(variant.Make()) };
    }

    private IEnumerable<Variant> ObjectVariants(Schema schema, string name, int depth)
    {
        yield return new(name + " with a property that the document does not have", schema.Core.Pointer, () => With(schema, "not_in_the_document", "text"));
        foreach (var member in schema.Members(document))
        {
            var path = $"{name}.{member.Name}";
            yield return new(path + " absent", member.Schema.Site.Pointer, () => Without(schema, member.Name));
            yield return new(path + " = null", member.Schema.Site.Pointer, () => With(schema, member.Name, null));
            foreach (var variant in Variants(member.Schema, path, depth + 1))
                yield return variant with { Make = () => With(schema, member.Name, variant.Make()) };
        }
    }

    private Schema Items(Schema schema) => Schema.Of(document, schema["items"] ?? schema.Core)!;

    private JsonObject With(Schema schema, string name, JsonNode? value)
    {
        var json = (JsonObject)Largest(schema, 0)!;
        json[name] = value;
        return json;
    }

    private JsonObject Without(Schema schema, string name)
    {
        var json = (JsonObject)Largest(schema, 0)!;
        json.Remove(name);
        return json;
    }

    private JsonNode? Largest(Schema schema, int number, int depth = 0) => Made(schema, number, depth, _ => true);

    private JsonNode? Smallest(Schema schema) => Made(schema, 2, 0, member => member.IsRequired);

    private JsonNode? Made(Schema schema, int number, int depth, Func<SchemaMember, bool> has)
    {
        // Of a schema that must hold itself there is no document.
        if (depth > 2 * MostDepth)
            return null;
        if (schema.Type == "array")
            return depth > MostDepth || schema["items"] is null ? new JsonArray() : new JsonArray(Made(Items(schema), number, depth + 1, has));
        if (schema.IsObject())
        {
            return new JsonObject(schema.Members(document).Where(member => has(member) && (depth <= MostDepth || member.IsRequired))
                .Select(member => KeyValuePair.Create(member.Name, Made(member.Schema, number, depth + 1, has))));
        }

        return schema.IsMap() && depth <= MostDepth
            ? new JsonObject { ["key"] = Made(Schema.Of(document, schema["additionalProperties"])!, number, depth + 1, has) }
            : Samples.Usual(schema, number);
    }
}
