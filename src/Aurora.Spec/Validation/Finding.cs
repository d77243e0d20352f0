using Aurora.Spec.Documents;

namespace Aurora.Spec.Validation;

/// <summary>A problem in a document.</summary>
/// <param name="Line">The line of the node, or of its nearest existing parent.</param>
/// <param name="Pointer">The position as a JSON pointer.</param>
/// <param name="Message">The problem, in one sentence.</param>
internal sealed record Finding(int Line, string Pointer, string Message)
{
    public static Finding At(SpecNode node, string message) => new(node.Line, node.Pointer, message);

    public static Finding At(SpecNode root, string pointer, string message) => new(Nearest(root, pointer).Line, pointer, message);

    private static SpecNode Nearest(SpecNode root, string pointer)
    {
        while (true)
        {
            if (JsonPointer.Find(root, pointer) is { } node)
                return node;
            var slash = pointer.LastIndexOf('/');
            if (slash < 0)
                return root;
            pointer = pointer[..slash];
        }
    }
}
