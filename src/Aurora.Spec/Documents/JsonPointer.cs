namespace Aurora.Spec.Documents;

/// <summary>JSON pointers, RFC 6901, as fragments: <c>#/paths/~1api~1aurora~1/get</c>.</summary>
internal static class JsonPointer
{
    public static string Escape(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    public static string Unescape(string token) => token.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);

    /// <summary>Returns the node at the pointer, or null.</summary>
    public static SpecNode? Find(SpecNode root, string pointer)
    {
        if (pointer == "#")
            return root;
        if (!pointer.StartsWith("#/", StringComparison.Ordinal))
            return null;
        var node = root;
        foreach (var token in pointer[2..].Split('/'))
        {
            var name = Unescape(Uri.UnescapeDataString(token));
            node = node.Kind == SpecNodeKind.Sequence ? node.Children.FirstOrDefault(child => child.Name == name) : node[name];
            if (node is null)
                return null;
        }

        return node;
    }
}
