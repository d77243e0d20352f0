using System.Text.Json.Nodes;
using Aurora.Spec.Documents;

namespace Aurora.TestKit;

/// <summary>Writes a document as JSON, and replaces some of its values. A replacement of null removes the value.</summary>
internal static class DocumentJson
{
    public static JsonNode Of(SpecNode node, Func<SpecNode, bool> isReplaced, Func<SpecNode, JsonNode?> replacement)
    {
        if (isReplaced(node))
            return replacement(node)!;
        switch (node.Kind)
        {
            case SpecNodeKind.Mapping:
                return new JsonObject(node.Children
                    .Select(child => KeyValuePair.Create(child.Name, isReplaced(child) ? replacement(child) : Of(child, isReplaced, replacement)))
                    .Where(pair => pair.Value is not null));
            case SpecNodeKind.Sequence:
                return new JsonArray([.. node.Children
                    .Select(child => isReplaced(child) ? replacement(child) : Of(child, isReplaced, replacement))
                    .Where(item => item is not null)]);
            case SpecNodeKind.Boolean:
                return JsonValue.Create(node.Text == "true");
            case SpecNodeKind.Number:
                return JsonNode.Parse(node.Text)!;
            default:
                return JsonValue.Create(node.Text);
        }
    }
}
