namespace Aurora.Spec.Documents;

/// <summary>A document, as text and as nodes.</summary>
/// <param name="Name">What to call it in a message: a file name, an address, <c>standard input</c>.</param>
/// <param name="Text">The text, word for word.</param>
/// <param name="Root">Always a mapping.</param>
internal sealed record SpecDocument(string Name, string Text, SpecNode Root)
{
    /// <param name="name">What to call it in a message.</param>
    /// <param name="text">The text.</param>
    /// <param name="linesBefore">How many lines of a page stand before the text: lines in messages are those of the page.</param>
    /// <exception cref="SpecException">The text is not YAML or JSON, or holds no mapping. The message has line and column.</exception>
    public static SpecDocument Parse(string name, string text, int linesBefore = 0) => new(name, text, SpecParser.Parse(name, text, linesBefore));

    public string Title => Root.At("info", "title")?.Text ?? "";

    public string Version => Root.At("info", "version")?.Text ?? "";

    /// <summary>Follows all <c>$ref</c>s. Returns null if one has no target or leads in a circle.</summary>
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
