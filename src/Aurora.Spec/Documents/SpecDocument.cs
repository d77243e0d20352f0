namespace Aurora.Spec.Documents;

/// <summary>A document as text and as nodes.</summary>
/// <param name="Name">The name in messages: a file name, an address, or <c>standard input</c>.</param>
/// <param name="Text">The unchanged text.</param>
/// <param name="Root">The root node, which is always a mapping.</param>
internal sealed record SpecDocument(string Name, string Text, SpecNode Root)
{
    /// <param name="linesBefore">The number of lines before the text in its page. Messages show the line in the page.</param>
    public static SpecDocument Parse(string name, string text, int linesBefore = 0) => new(name, text, SpecParser.Parse(name, text, linesBefore));

    public string Title => Root.At("info", "title")?.Text ?? "";

    public string Version => Root.At("info", "version")?.Text ?? "";

    public Schema? SchemaOf(SpecNode? site) => Schema.Of(this, site);

    /// <summary>Follows all <c>$ref</c>s. Returns null if one has no target or is part of a cycle.</summary>
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
