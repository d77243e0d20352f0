using System.Globalization;
using System.Text;

namespace Aurora.Spec.Documents;

/// <summary>Writes nodes as text, so that two nodes have the same text only if they have the same value. It is a dictionary key for nodes.</summary>
internal static class CanonicalText
{
    public static string Of(SpecNode node)
    {
        var text = new StringBuilder();
        Write(node, text);
        return text.ToString();
    }

    private static void Write(SpecNode node, StringBuilder text)
    {
        text.Append((int)node.Kind).Append('(');
        foreach (var child in node.Kind == SpecNodeKind.Mapping ? node.Children.OrderBy(child => child.Name, StringComparer.Ordinal) : node.Children.AsEnumerable())
        {
            if (node.Kind == SpecNodeKind.Mapping)
                Append(child.Name, text);
            Write(child, text);
        }

        if (node.IsScalar)
            Append(Value(node), text);
        text.Append(')');
    }

    // The length in front of a text separates it from its surroundings.
    private static void Append(string value, StringBuilder text) => text.Append(value.Length).Append(':').Append(value);

    private static string Value(SpecNode node) => node.Kind switch
    {
        SpecNodeKind.Null => "",
        SpecNodeKind.Boolean => node.Text.ToUpperInvariant(),
        SpecNodeKind.Number when SpecNumber.TryParse(node.Text, out var number) && Math.Abs(number) < 9e15 => number.ToString("R", CultureInfo.InvariantCulture),
        _ => node.Text,
    };
}
