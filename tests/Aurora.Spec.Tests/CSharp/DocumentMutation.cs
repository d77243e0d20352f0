using System.Text.Json.Nodes;
using Aurora.Spec.Documents;
using Aurora.Spec.Tests.Diffing;

namespace Aurora.Spec.Tests.CSharp;

/// <summary>A document in which one value is another, or gone.</summary>
/// <param name="What">What was done, for a message.</param>
/// <param name="Document">The document.</param>
internal sealed record DocumentMutation(string What, SpecDocument Document)
{
    private static readonly Dictionary<string, string[]> Others = new()
    {
        ["type"] = ["string", "integer", "number", "boolean", "array"],
        ["format"] = ["uuid", "date-time", "uri", "int64", "double", "date"],
        ["in"] = ["query", "header"],
    };

    public static IEnumerable<DocumentMutation> Of(SpecDocument document)
    {
        // The generator reads the keys too, makes nothing of them, and gives up over some.
        foreach (var node in Nodes(document.Root).Where(node => !node.Pointer.StartsWith("#/components/securitySchemes/", StringComparison.Ordinal)))
        {
            // Texts that are said to be numbers, or anything: the generator writes what does not compile.
            if (node.Name == "type" && node.Parent?["enum"] is not null)
                continue;
            yield return Replace(document, node, null, $"without {node.Pointer}");
            foreach (var other in OthersOf(node))
                yield return Replace(document, node, other, $"{node.Pointer} = {other.ToJsonString()}");
        }
    }

    private static IEnumerable<JsonNode> OthersOf(SpecNode node) => node.Kind switch
    {
        SpecNodeKind.Boolean => [JsonValue.Create(node.Text != "true")],
        SpecNodeKind.Text when Others.TryGetValue(node.Name, out var others) && node.Parent is { Name: not "properties", Parent.Name: not "securitySchemes" } => others.Where(other => other != node.Text).Select(other => JsonValue.Create(other)),
        SpecNodeKind.Text when node.Name == "operationId" || node.Parent is { Name: "enum" } => [JsonValue.Create(node.Text + "_changed")],
        _ => [],
    };

    private static DocumentMutation Replace(SpecDocument document, SpecNode node, JsonNode? other, string what) =>
        new(what, SpecDocument.Parse(document.Name, DocumentJson.Of(document.Root, child => child == node, _ => other).ToJsonString()));

    private static IEnumerable<SpecNode> Nodes(SpecNode node) => node.Children.SelectMany(child => Nodes(child).Prepend(child));
}
