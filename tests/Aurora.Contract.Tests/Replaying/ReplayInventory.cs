using System.Text.Json.Nodes;
using Aurora.Spec.Documents;

namespace Aurora.Contract.Tests.Replaying;

/// <summary>Lists everything that must be replayed: all operations, bodies, responses, parameters, named schemas and the schemas in them.</summary>
internal static class ReplayInventory
{
    public static IEnumerable<string> Of(SpecDocument document) => ReplayedOperation.Of(document).SelectMany(Of).Concat(Components(document));

    /// <summary>Returns what has not been replayed. The properties of a schema that no response contains must be set in a request.</summary>
    public static IEnumerable<string> Missing(SpecDocument document, IReadOnlySet<string> replayed) => Of(document).Where(pointer =>
        !replayed.Contains(pointer) && !(replayed.Contains(InRequest(pointer)) && !replayed.Contains(ComponentOf(pointer))));

    /// <summary>Returns the schemas of all values in JSON.</summary>
    public static IEnumerable<string> SchemasOf(Schema schema, JsonNode? json) => (json switch
    {
        JsonArray items when schema.Type == "array" => items.SelectMany(item => SchemasOf(schema.Inner(), item)),
        JsonObject entries when schema.IsMap() => entries.SelectMany(pair => SchemasOf(schema.Inner(), pair.Value)),
        JsonObject sent when schema.IsObject() =>
            schema.Members().Where(member => sent.ContainsKey(member.Name)).SelectMany(member => SchemasOf(member.Schema, sent[member.Name])),
        _ => [],
    }).Concat(schema.Enums().Append(schema).SelectMany(part => new[] { part.Site.Pointer, part.Core.Pointer }));

    /// <summary>Returns the entry for a schema in a request.</summary>
    public static string InRequest(string pointer) => pointer + " in a request";

    private static string ComponentOf(string pointer) => string.Join('/', pointer.Split('/').Take(4));

    private static IEnumerable<string> Of(ReplayedOperation operation) =>
    [
        operation.Pointer,
        .. operation.Responses.Select(response => response.Pointer),
        .. operation.Parameters.Select(parameter => parameter.Site.Pointer),
        .. operation.Body is { } body ? Sent(body.Schema, []).Prepend(body.Pointer) : [],
    ];

    private static IEnumerable<string> Sent(Schema schema, IReadOnlyList<Schema> outer) => schema.IsIn(outer) ? [] : schema.IsObject()
        ? schema.Members().SelectMany(member => Sent(member.Schema, [.. outer, schema]).Prepend(InRequest(member.Schema.Site.Pointer)))
        : schema["items"] is not null || schema.IsMap() ? Sent(schema.Inner(), [.. outer, schema]) : [];

    private static IEnumerable<string> Components(SpecDocument document) =>
        document.Root.At("components", "schemas")?.Children.SelectMany(Schemas) ?? [];

    private static IEnumerable<string> Schemas(SpecNode site) => Inner(site).SelectMany(Schemas).Prepend(site.Pointer);

    private static IEnumerable<SpecNode> Inner(SpecNode schema) => (schema["properties"]?.Children ?? [])
        .Concat(new[] { schema["items"], schema["additionalProperties"] }.OfType<SpecNode>().Where(inner => inner.Kind == SpecNodeKind.Mapping));
}
