using Aurora.Spec.Documents;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Aurora.Spec.Sources;

/// <summary>Nodes as YAML, in the manner of the vendor's document.</summary>
internal static class YamlText
{
    public static string Of(SpecNode root)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var emitter = new Emitter(text, new EmitterSettings().WithBestIndent(2).WithBestWidth(80).WithIndentedSequences().WithNewLine("\n").WithMaxSimpleKeyLength(1000));
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart());
        Emit(emitter, root);
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
        return text.ToString();
    }

    private static void Emit(Emitter emitter, SpecNode node)
    {
        switch (node.Kind)
        {
            case SpecNodeKind.Mapping:
                emitter.Emit(new MappingStart(AnchorName.Empty, TagName.Empty, isImplicit: true, node.Children.Count == 0 ? MappingStyle.Flow : MappingStyle.Block));
                foreach (var child in node.Children)
                {
                    emitter.Emit(Scalar(child.Name, ScalarStyles.OfKey(child.Name)));
                    Emit(emitter, child);
                }

                emitter.Emit(new MappingEnd());
                break;
            case SpecNodeKind.Sequence:
                emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, isImplicit: true, node.Children.Count == 0 ? SequenceStyle.Flow : SequenceStyle.Block));
                foreach (var child in node.Children)
                    Emit(emitter, child);
                emitter.Emit(new SequenceEnd());
                break;
            case SpecNodeKind.Text:
                emitter.Emit(Scalar(node.Text, ScalarStyles.OfValue(node.Text)));
                break;
            default:
                emitter.Emit(Scalar(node.Text.Length == 0 ? "null" : node.Text, ScalarStyle.Plain));
                break;
        }
    }

    private static Scalar Scalar(string text, ScalarStyle style) => new(AnchorName.Empty, TagName.Empty, text, style, isPlainImplicit: true, isQuotedImplicit: true);
}
