using System.Text.Json.Nodes;
using Aurora.Spec.Documents;

namespace Aurora.Contract.Tests.Replaying;

/// <summary>
/// Creates the replay cases for all responses: bodies that are valid against the schema, edge cases, and bodies that are almost valid.
/// </summary>
internal sealed class ReplayDocuments(IReadOnlyList<ReplayedOperation> operations, SpecDocument document)
{
    /// <summary>A body that tests one value.</summary>
    private sealed record Variant(string Name, string Place, Func<JsonNode?> Create);

    // Limits the depth of recursive schemas.
    private const int MaxDepth = 3;

    private const int ManyItems = 10_000;

    public IEnumerable<ReplayCase> Cases() =>
        operations.SelectMany(operation => operation.Responses.SelectMany(response => Cases(operation, response)));

    private IEnumerable<ReplayCase> Cases(ReplayedOperation operation, ReplayedResponse response)
    {
        if (response.Body is not { } schema)
            return [new ReplayCase(operation, response, "no body", response.Pointer, null)];
        Variant[] bodies =
        [
            new("all properties", response.Pointer, () => WithAll(schema, 0)),
            new("required properties only", response.Pointer, () => WithRequired(schema)),
        ];
        if (!response.IsSuccess)
            return bodies.Select(body => Case(operation, response, body)).Append(new ReplayCase(operation, response, "no body", response.Pointer, null));
        return bodies.Concat(Variants(schema, "", 0)).Concat(Many(schema, response))
            .Select(body => Case(operation, response, body)).Concat(Unreadable(operation, response, schema));
    }

    private static ReplayCase Case(ReplayedOperation operation, ReplayedResponse response, Variant body) =>
        new(operation, response, body.Name, body.Place, () => body.Create()?.ToJsonString() ?? "null");

    private static IEnumerable<ReplayCase> Unreadable(ReplayedOperation operation, ReplayedResponse response, Schema schema) =>
        new[] { schema.Type == "array" ? "{}" : "[]", "null", "", "<html>" }.Select(body => new ReplayCase(
            operation, response, $"unreadable body: {(body.Length == 0 ? "(empty)" : body)}", response.Pointer, () => body, IsReadable: false));

    private IEnumerable<Variant> Many(Schema schema, ReplayedResponse response)
    {
        if (schema.Type != "array")
            return [];
        var items = Enumerable.Range(0, ManyItems).Select(number => WithAll(Items(schema), number));
        return [new($"{ManyItems} items", response.Pointer, () => new JsonArray([.. items]))];
    }

    private IEnumerable<Variant> Variants(Schema schema, string name, int depth)
    {
        if (depth > MaxDepth)
            return [];
        if (schema.Type == "array")
            return ArrayVariants(schema, name, depth);
        if (schema.IsObject())
            return ObjectVariants(schema, name, depth);
        if (schema.IsMap())
        {
            var values = Schema.Of(document, schema["additionalProperties"])!;
            return Variants(values, name + ".*", depth + 1).Select(value => value with { Create = () => new JsonObject { ["key"] = value.Create() } })
                .Append(new Variant(name + " = {}", schema.Site.Pointer, () => new JsonObject()));
        }

        return Samples.Edges(schema).Select(edge => new Variant($"{name} = {edge.Name}", schema.Site.Pointer, () => JsonNode.Parse(edge.Json)));
    }

    private IEnumerable<Variant> ArrayVariants(Schema schema, string name, int depth)
    {
        var items = Items(schema);
        var place = items.Site.Pointer;
        yield return new(name + "[] with no items", place, () => new JsonArray());
        yield return new(name + "[] with one item", place, () => new JsonArray(WithAll(items, 0)));
        yield return new(name + "[] with three items", place, () => new JsonArray(WithAll(items, 0), WithRequired(items), WithAll(items, 1)));
        yield return new(name + "[] with a null item", place, () => new JsonArray(WithAll(items, 0), null, WithAll(items, 1)));
        if (items.IsObject())
            yield return new(name + "[] with a text item", place, () => new JsonArray(WithAll(items, 0), "text", WithAll(items, 1)));
        foreach (var variant in Variants(items, name + "[]", depth + 1))
            yield return variant with { Create = () => new JsonArray(variant.Create()) };
    }

    private IEnumerable<Variant> ObjectVariants(Schema schema, string name, int depth)
    {
        yield return new(name + " with an unknown property", schema.Core.Pointer, () => With(schema, "not_in_the_document", "text"));
        foreach (var member in schema.Members(document))
        {
            var path = $"{name}.{member.Name}";
            yield return new(path + " is missing", member.Schema.Site.Pointer, () => Without(schema, member.Name));
            yield return new(path + " = null", member.Schema.Site.Pointer, () => With(schema, member.Name, null));
            foreach (var variant in Variants(member.Schema, path, depth + 1))
                yield return variant with { Create = () => With(schema, member.Name, variant.Create()) };
        }
    }

    private Schema Items(Schema schema) => Schema.Of(document, schema["items"] ?? schema.Core)!;

    private JsonObject With(Schema schema, string name, JsonNode? value)
    {
        var json = (JsonObject)WithAll(schema, 0)!;
        json[name] = value;
        return json;
    }

    private JsonObject Without(Schema schema, string name)
    {
        var json = (JsonObject)WithAll(schema, 0)!;
        json.Remove(name);
        return json;
    }

    private JsonNode? WithAll(Schema schema, int number) => Create(schema, number, 0, _ => true);

    private JsonNode? WithRequired(Schema schema) => Create(schema, 2, 0, member => member.IsRequired);

    private JsonNode? Create(Schema schema, int number, int depth, Func<SchemaMember, bool> includes)
    {
        // A schema that requires itself has no finite value.
        if (depth > 2 * MaxDepth)
            return null;
        if (schema.Type == "array")
            return depth > MaxDepth || schema["items"] is null ? new JsonArray() : new JsonArray(Create(Items(schema), number, depth + 1, includes));
        if (schema.IsObject())
        {
            return new JsonObject(schema.Members(document).Where(member => includes(member) && (depth <= MaxDepth || member.IsRequired))
                .Select(member => KeyValuePair.Create(member.Name, Create(member.Schema, number, depth + 1, includes))));
        }

        return schema.IsMap() && depth <= MaxDepth
            ? new JsonObject { ["key"] = Create(Schema.Of(document, schema["additionalProperties"])!, number, depth + 1, includes) }
            : Samples.Usual(schema, number);
    }
}
