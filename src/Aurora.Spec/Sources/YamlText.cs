using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Aurora.Spec.Sources;

/// <summary>Writes nodes as YAML in the style of the vendor's document, with two spaces per level and folded long text.</summary>
internal sealed class YamlText
{
    private const int Indent = 2;
    private const int LineWidth = 80;
    private const int LeastWidth = 40;
    private const int LongestKey = 1000;

    private readonly Emitter _emitter;

    private YamlText(TextWriter writer, int foldAt) => _emitter = new Emitter(
        writer,
        new EmitterSettings()
            .WithBestIndent(Indent)
            .WithBestWidth(foldAt)
            .WithIndentedSequences()
            .WithNewLine("\n")
            .WithMaxSimpleKeyLength(LongestKey));

    public static string Of(SpecNode node)
    {
        using var writer = new StringWriter();
        // YamlDotNet loses a tab next to the place where it folds quoted text.
        var yaml = new YamlText(writer, node.Descendants().Any(HasTab) ? int.MaxValue : LineWidth);
        yaml._emitter.Emit(new StreamStart());
        yaml._emitter.Emit(new DocumentStart());
        yaml.Write(node, 0);
        yaml._emitter.Emit(new DocumentEnd(isImplicit: true));
        yaml._emitter.Emit(new StreamEnd());
        return writer.ToString();
    }

    private static bool HasTab(SpecNode node) =>
        node.Name.Contains('\t', StringComparison.Ordinal) || node.Text.Contains('\t', StringComparison.Ordinal);

    // The column of the keys, or of the dashes.
    private void Write(SpecNode node, int column)
    {
        switch (node.Kind)
        {
            case SpecNodeKind.Mapping:
                var mapping = node.Children.Count == 0 ? MappingStyle.Flow : MappingStyle.Block;
                _emitter.Emit(new MappingStart(AnchorName.Empty, TagName.Empty, isImplicit: true, mapping));
                foreach (var child in node.Children)
                {
                    WriteScalar(child.Name, ScalarStyles.OfKey(child.Name));
                    Write(child, column + Indent);
                }

                _emitter.Emit(new MappingEnd());
                break;
            case SpecNodeKind.Sequence:
                var sequence = node.Children.Count == 0 ? SequenceStyle.Flow : SequenceStyle.Block;
                _emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, isImplicit: true, sequence));
                foreach (var child in node.Children)
                    Write(child, column + Indent);
                _emitter.Emit(new SequenceEnd());
                break;
            case SpecNodeKind.Text:
                WriteScalar(node.Text, ScalarStyles.OfValue(node.Text, Math.Max(LeastWidth, LineWidth - column - node.Name.Length)));
                break;
            default:
                WriteScalar(node.Text.Length == 0 ? "null" : node.Text, ScalarStyle.Plain);
                break;
        }
    }

    private void WriteScalar(string text, ScalarStyle style) =>
        _emitter.Emit(new Scalar(AnchorName.Empty, TagName.Empty, text, style, isPlainImplicit: true, isQuotedImplicit: true));
}
