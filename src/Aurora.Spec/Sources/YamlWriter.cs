using System.Text.RegularExpressions;
using Aurora.Spec.Documents;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Aurora.Spec.Sources;

/// <summary>Nodes to YAML that every reader understands alike, the older ones too, to which <c>on</c> is a boolean.</summary>
internal static partial class YamlWriter
{
    public static string Write(SpecNode node)
    {
        using var text = new StringWriter { NewLine = "\n" };
        // Never folded: a line of the document stays a line.
        var emitter = new Emitter(text, new EmitterSettings(bestIndent: 2, bestWidth: int.MaxValue, isCanonical: false, maxSimpleKeyLength: 1024, newLine: "\n"));
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart(null, null, isImplicit: true));
        Write(emitter, node);
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
        return text.ToString();
    }

    private static void Write(Emitter emitter, SpecNode node)
    {
        switch (node.Kind)
        {
            case SpecNodeKind.Mapping:
                emitter.Emit(new MappingStart(null, null, isImplicit: true, node.Children.Count == 0 ? MappingStyle.Flow : MappingStyle.Block));
                foreach (var child in node.Children)
                {
                    emitter.Emit(Text(child.Name));
                    Write(emitter, child);
                }

                emitter.Emit(new MappingEnd());
                break;
            case SpecNodeKind.Sequence:
                emitter.Emit(new SequenceStart(null, null, isImplicit: true, node.Children.Count == 0 ? SequenceStyle.Flow : SequenceStyle.Block));
                foreach (var child in node.Children)
                    Write(emitter, child);
                emitter.Emit(new SequenceEnd());
                break;
            case SpecNodeKind.Text:
                emitter.Emit(Text(node.Text));
                break;
            default:
                emitter.Emit(new Scalar(null, null, node.Kind == SpecNodeKind.Null ? "null" : node.Text, ScalarStyle.Plain, isPlainImplicit: true, isQuotedImplicit: false));
                break;
        }
    }

    private static Scalar Text(string text) => new(null, null, text, StyleOf(text), isPlainImplicit: true, isQuotedImplicit: true);

    private static ScalarStyle StyleOf(string text)
    {
        if (text.Any(character => char.IsControl(character) && character != '\n') || text.StartsWith('\n') || SpaceAtLineEnd().IsMatch(text))
            return ScalarStyle.DoubleQuoted;
        if (text.Contains('\n', StringComparison.Ordinal))
            return char.IsWhiteSpace(text[0]) ? ScalarStyle.DoubleQuoted : ScalarStyle.Literal;
        return text.Length == 0 || LooksLikeSomethingElse().IsMatch(text) ? ScalarStyle.SingleQuoted : ScalarStyle.Any;
    }

    [GeneratedRegex(@"^(?:[-+.0-9].*|~|null|y|n|yes|no|on|off|true|false|=|<<)$", RegexOptions.IgnoreCase)]
    private static partial Regex LooksLikeSomethingElse();

    [GeneratedRegex("[ \t](\n|$)")]
    private static partial Regex SpaceAtLineEnd();
}
