using System.Text.Json.Nodes;
using Aurora.Spec.Documents;

namespace Aurora.Contract.Tests.Mutations;

/// <summary>Creates edits that remove or replace each value in a document, one at a time.</summary>
internal static class DocumentEdits
{
    private static readonly Dictionary<string, string[]> KnownValues = new()
    {
        ["type"] = ["string", "integer", "number", "boolean", "array", "object"],
        ["format"] = ["uuid", "date-time", "uri", "date", "float", "decimal"],
        ["in"] = ["query", "header", "cookie"],
    };

    public static IEnumerable<DocumentEdit> Of(SpecDocument document) =>
        DocumentEdit.Nodes(document.Root).SelectMany(node => ReplacementsOf(document, node)
            .Select(replacement => DocumentEdit.Replace(document, node, replacement))
            .Prepend(DocumentEdit.Remove(document, node)));

    private static IEnumerable<JsonNode> ReplacementsOf(SpecDocument document, SpecNode node) => node.Kind switch
    {
        SpecNodeKind.Boolean => [JsonValue.Create(node.Text != "true")],
        SpecNodeKind.Number => [JsonValue.Create(12345)],
        SpecNodeKind.Text when node.Name == "$ref" => document.Root.At("components", "schemas")!.Children
            .Select(schema => "#/components/schemas/" + schema.Name).Where(reference => reference != node.Text).Select(reference => JsonValue.Create(reference)),
        SpecNodeKind.Text when KnownValues.TryGetValue(node.Name, out var values) =>
            values.Where(value => value != node.Text).Select(value => JsonValue.Create(value)),
        SpecNodeKind.Text => [JsonValue.Create(node.Text + "x")],
        _ => [],
    };
}
