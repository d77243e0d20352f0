using Aurora.Spec.Documents;

namespace Aurora.Contract.Tests.Replaying;

/// <summary>Lists everything that must be replayed: all operations, responses, parameters, named schemas and the schemas in them.</summary>
internal static class ReplayInventory
{
    public static IEnumerable<string> Of(SpecDocument document) => ReplayedOperation.Of(document)
        .SelectMany(operation => operation.Responses.Select(response => response.Pointer)
            .Concat(operation.Parameters.Select(parameter => parameter.Site.Pointer)).Prepend(operation.Pointer))
        .Concat(document.Root.At("components", "schemas")?.Children.SelectMany(schema => Schemas(document, schema)) ?? []);

    private static IEnumerable<string> Schemas(SpecDocument document, SpecNode site) =>
        Inner(site).SelectMany(inner => Schemas(document, inner)).Prepend(site.Pointer);

    private static IEnumerable<SpecNode> Inner(SpecNode schema) => (schema["properties"]?.Children ?? [])
        .Concat(new[] { schema["items"], schema["additionalProperties"] }.OfType<SpecNode>().Where(inner => inner.Kind == SpecNodeKind.Mapping));
}
