namespace Aurora.Spec.Documents;

/// <summary>A document, as text and as nodes.</summary>
/// <param name="Name">What to call it in a message: a file name, an address, <c>standard input</c>.</param>
/// <param name="Text">The text, word for word.</param>
/// <param name="Root">Always a mapping.</param>
/// <param name="FirstLine">The line of its file in which it begins, from 1: a page has words before it.</param>
internal sealed record SpecDocument(string Name, string Text, SpecNode Root, int FirstLine = 1)
{
    /// <exception cref="SpecException">The text is not YAML or JSON, or holds no mapping. The message has line and column.</exception>
    public static SpecDocument Parse(string name, string text, int firstLine = 1) => new(name, text, SpecParser.Parse(name, text, firstLine), firstLine);

    /// <summary>Where the node stands, as editors understand it: <c>page.md:17</c>.</summary>
    public string PlaceOf(SpecNode node) => $"{Name}:{node.Line + FirstLine - 1}";

    public string Title => Root.At("info", "title")?.Text ?? "";

    public string Version => Root.At("info", "version")?.Text ?? "";

    /// <summary>Follows <c>$ref</c>s until there is none, or null where one leads nowhere or in a circle.</summary>
    public SpecNode? Resolve(SpecNode? node)
    {
        for (var steps = 0; node?["$ref"] is { } reference; steps++)
        {
            if (steps > 100)
                return null;
            node = JsonPointer.Find(Root, reference.Text);
        }

        return node;
    }
}
