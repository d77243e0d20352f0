using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Aurora.Spec.Documents;

/// <summary>
/// YAML, of which JSON is a part, to nodes with their lines. Not YamlDotNet's own tree: its loader calls itself for every
/// level, so that a text of opening brackets ends the process, and an alias of aliases fills the memory.
/// </summary>
internal sealed partial class SpecParser(string documentName, int linesBefore)
{
    public const int MostLevels = 200;

    private const int MostNodes = 2_000_000;

    private const string LineSeparatorWayOut = "Ask the vendor to remove it, or to write a space in its place.";

    /// <summary>What YAML and C# read as the end of a line, and an editor does not.</summary>
    public static readonly SearchValues<char> LineSeparators = SearchValues.Create("\u0085\u2028\u2029");

    private readonly Stack<SpecNode> _open = new();
    private SpecNode? _root;
    private Scalar? _key;
    private int _nodes;

    public static string LineSeparator(char character) => $"U+{(int)character:X4} is in the text, which YAML and C# read as the end of a line.";

    public static SpecNode Parse(string documentName, string text, int linesBefore)
    {
        var specParser = new SpecParser(documentName, linesBefore);
        if (text.AsSpan().IndexOfAny(LineSeparators) is >= 0 and var separator)
            throw specParser.Refuse(text, separator);
        try
        {
            return specParser.Read(new Parser(new StringReader(EscapedPairs.Join(text))));
        }
        catch (YamlException exception)
        {
            throw specParser.Refuse(
                exception.Start, $"not YAML: {exception.Message.TrimEnd('.')}", "A document is YAML or JSON. Mend that line, or fetch the document again.");
        }
    }

    private SpecNode Read(Parser parser)
    {
        var documents = 0;
        while (parser.MoveNext())
        {
            switch (parser.Current)
            {
                case DocumentStart start when documents++ > 0:
                    throw Refuse(start, "a second document begins here", "Keep one document in a file.");
                case MappingStart start:
                    Open(start, SpecNodeKind.Mapping);
                    break;
                case SequenceStart start:
                    Open(start, SpecNodeKind.Sequence);
                    break;
                case MappingEnd or SequenceEnd:
                    _open.Pop();
                    break;
                case Scalar scalar when _open.TryPeek(out var parent) && parent.Kind == SpecNodeKind.Mapping && _key is null:
                    _key = scalar;
                    break;
                case Scalar scalar:
                    Add(scalar, KindOf(scalar), scalar.Value);
                    break;
                case AnchorAlias alias:
                    throw Refuse(alias, $"the alias *{alias.Value}", "Write out what it stands for; the generator is not asked to follow aliases.");
            }
        }

        if (_root is not { Kind: SpecNodeKind.Mapping })
            throw new SpecException($"{documentName}: there is no document in it: it holds no mapping.", "An OpenAPI document begins with 'openapi:' and a version.");
        return _root;
    }

    private void Open(NodeEvent start, SpecNodeKind kind)
    {
        if (kind == SpecNodeKind.Mapping && _open.TryPeek(out var parent) && parent.Kind == SpecNodeKind.Mapping && _key is null)
            throw Refuse(start, "a mapping as a key", "Keys are texts.");
        if (_open.Count == MostLevels)
            throw Refuse(start, $"more than {MostLevels} levels", "No API document is nested like that.");
        _open.Push(Add(start, kind, ""));
    }

    private SpecNode Add(NodeEvent start, SpecNodeKind kind, string text)
    {
        if (++_nodes > MostNodes)
            throw Refuse(start, $"more than {MostNodes} values", "No API document is that large.");
        _open.TryPeek(out var parent);
        var name = parent is null ? "" : _key?.Value ?? parent.Children.Count.ToString(CultureInfo.InvariantCulture);
        var node = new SpecNode(parent, name, kind, (int)(_key ?? start).Start.Line + linesBefore) { Text = text };
        if (parent?.Add(node) is { } first)
            throw Refuse(_key!, $"the key '{name}' stands here and in line {first.Line}", "Keep one of the two.");
        _key = null;
        _root ??= node;
        return node;
    }

    private SpecException Refuse(string text, int separator) => new(
        $"{documentName}:{text.AsSpan(0, separator).Count('\n') + 1 + linesBefore}: {LineSeparator(text[separator])}", LineSeparatorWayOut);

    private SpecException Refuse(ParsingEvent at, string what, string wayOut) => Refuse(at.Start, what, wayOut);

    private SpecException Refuse(Mark at, string what, string wayOut)
    {
        var inBlock = linesBefore == 0 ? "" : $" (line {at.Line} of the block that begins in line {linesBefore + 1})";
        return new SpecException($"{documentName}:{at.Line + linesBefore}:{at.Column}: {what}{inBlock}.", wayOut);
    }

    // YAML's core schema, which is JSON's kinds: a quoted 1 is a text.
    private static SpecNodeKind KindOf(Scalar scalar)
    {
        if (scalar.Style != ScalarStyle.Plain || !scalar.IsPlainImplicit)
            return SpecNodeKind.Text;
        return scalar.Value switch
        {
            "" or "~" or "null" or "Null" or "NULL" => SpecNodeKind.Null,
            "true" or "True" or "TRUE" or "false" or "False" or "FALSE" => SpecNodeKind.Boolean,
            _ => Number().IsMatch(scalar.Value) ? SpecNodeKind.Number : SpecNodeKind.Text,
        };
    }

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$")]
    private static partial Regex Number();
}
