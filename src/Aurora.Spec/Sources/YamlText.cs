using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Aurora.Spec.Sources;

/// <summary>Writes nodes as YAML in the style of the vendor's document, with two spaces per level and folded long text.</summary>
internal sealed partial class YamlText
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
                    WriteScalar(child.Name, StyleOfKey(child.Name));
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
                WriteScalar(node.Text, StyleOfValue(node.Text, Math.Max(LeastWidth, LineWidth - column - node.Name.Length)));
                break;
            default:
                WriteScalar(node.Text.Length == 0 ? "null" : node.Text, ScalarStyle.Plain);
                break;
        }
    }

    private void WriteScalar(string text, ScalarStyle style) =>
        _emitter.Emit(new Scalar(AnchorName.Empty, TagName.Empty, text, style, isPlainImplicit: true, isQuotedImplicit: true));

    private static ScalarStyle StyleOfKey(string text) => IsPlain(text) && !text.Contains(' ', StringComparison.Ordinal) ? ScalarStyle.Plain : Quoted(text);

    /// <param name="width">The space that is left on a line. Longer text is folded.</param>
    private static ScalarStyle StyleOfValue(string text, int width)
    {
        if (!IsTame(text))
            return Quoted(text);
        if (text.Split('\n').Any(line => line.Length > width))
            return ScalarStyle.Folded;
        if (text.Contains('\n', StringComparison.Ordinal))
            return ScalarStyle.Literal;
        return IsPlain(text) ? ScalarStyle.Plain : ScalarStyle.SingleQuoted;
    }

    private static ScalarStyle Quoted(string text) => Unprintable().IsMatch(text) ? ScalarStyle.DoubleQuoted : ScalarStyle.SingleQuoted;

    // In a block, a space at the start of a line could be read as indentation, and one at the end could be lost.
    private static bool IsTame(string text) => !Unprintable().IsMatch(text.Replace("\n", "", StringComparison.Ordinal)) && !Ragged().IsMatch(text);

    private static bool IsPlain(string text) => PlainForm().IsMatch(text) && !Misleading().IsMatch(text) && !text.Contains(": ", StringComparison.Ordinal)
        && !text.Contains(" #", StringComparison.Ordinal) && !text.EndsWith(':') && !text.EndsWith(' ');

    [GeneratedRegex(@"\A[\p{L}\p{N}/_$.][^\p{C}\p{Zl}\p{Zp}]*\z")]
    private static partial Regex PlainForm();

    // Text that YAML 1.1 or 1.2 reads as a number, a time, a date, a boolean or null.
    [GeneratedRegex(
        """
        \A(
            [-+.]?[0-9][0-9_,:]*(\.[0-9_]*)?(e[-+]?[0-9]+)? | 0[xob][0-9a-f_]+ | [-+]?\.(inf|nan) |
            [0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.* |
            y | n | yes | no | on | off | true | false | null | ~ | << | =
        )\z
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Misleading();

    // Control characters, line breaks that only some parsers know, and unpaired surrogates.
    [GeneratedRegex(@"[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\uFEFF]")]
    private static partial Regex Unprintable();

    [GeneratedRegex(@"(\A|\n)[ \t\n]|[ \t](\n|\z)|\n\n\z|\A\z")]
    private static partial Regex Ragged();
}
