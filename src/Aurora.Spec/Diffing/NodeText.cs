using Aurora.Spec.Documents;

namespace Aurora.Spec.Diffing;

/// <summary>Writes a node as a short text for a table cell.</summary>
internal static class NodeText
{
    private const int Longest = 300;

    public static string Of(SpecNode? node)
    {
        var text = Write(node);
        if (text.Length <= Longest)
            return text;
        // A surrogate pair must not be split.
        return text[..(char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)] + "…";
    }

    private static string Write(SpecNode? node) => node switch
    {
        null => "",
        { Kind: SpecNodeKind.Mapping } => "{" + string.Join(", ", node.Children.Take(20).Select(child => $"{child.Name}: {Of(child)}")) + (node.Children.Count > 20 ? ", …}" : "}"),
        { Kind: SpecNodeKind.Sequence } => "[" + string.Join(", ", node.Children.Take(20).Select(Of)) + (node.Children.Count > 20 ? ", …]" : "]"),
        { Kind: SpecNodeKind.Null } => "null",
        { Kind: SpecNodeKind.Text, Text: "" } => "\"\"",
        _ => node.Text,
    };
}
