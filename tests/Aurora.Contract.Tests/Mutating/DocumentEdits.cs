using System.Text.Json.Nodes;
using Aurora.Spec.Documents;

namespace Aurora.Contract.Tests.Mutating;

/// <summary>Every value of a document taken away, and made another one, one at a time.</summary>
internal static class DocumentEdits
{
    private static readonly Dictionary<string, string[]> Others = new()
    {
        ["type"] = ["string", "integer", "number", "boolean", "array", "object"],
        ["format"] = ["uuid", "date-time", "uri", "date", "float", "decimal"],
        ["in"] = ["query", "header", "cookie"],
    };

    public static IEnumerable<DocumentEdit> Of(SpecDocument document) =>
        DocumentEdit.Nodes(document.Root).SelectMany(node => OthersOf(document, node).Select(other => DocumentEdit.Replace(document, node, other)).Prepend(DocumentEdit.Remove(document, node)));

    private static IEnumerable<JsonNode> OthersOf(SpecDocument document, SpecNode node) => node.Kind switch
    {
        SpecNodeKind.Boolean => [JsonValue.Create(node.Text != "true")],
        SpecNodeKind.Number => [JsonValue.Create(12345)],
        SpecNodeKind.Text when node.Name == "$ref" => document.Root.At("components", "schemas")!.Children
            .Select(schema => "#/components/schemas/" + schema.Name).Where(reference => reference != node.Text).Select(reference => JsonValue.Create(reference)),
        SpecNodeKind.Text when Others.TryGetValue(node.Name, out var others) => others.Where(other => other != node.Text).Select(other => JsonValue.Create(other)),
        SpecNodeKind.Text => [JsonValue.Create(node.Text + "x")],
        _ => [],
    };
}
