using Aurora.Spec.Documents;

namespace Aurora.Spec.Validation;

/// <summary>Checks that no text contains a line separator that editors do not show. In a generated comment, the text after it would be code.</summary>
internal static class LineSeparatorRule
{
    public static IEnumerable<Finding> Findings(SpecDocument document) =>
        from node in Descendants(document.Root)
        let text = node.Name + node.Text
        let separator = text.AsSpan().IndexOfAny(SpecParser.LineSeparators)
        where separator >= 0
        select Finding.At(node, SpecParser.LineSeparator(text[separator]));

    private static IEnumerable<SpecNode> Descendants(SpecNode root)
    {
        var open = new Stack<SpecNode>([root]);
        while (open.TryPop(out var next))
        {
            yield return next;
            foreach (var child in next.Children)
                open.Push(child);
        }
    }
}
