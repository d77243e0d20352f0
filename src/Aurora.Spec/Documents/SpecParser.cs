using System.Buffers;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Aurora.Spec.Documents;

/// <summary>
/// Parses YAML, and so JSON, into nodes with line numbers. YamlDotNet's own tree is not used: its loader recurses for every
/// level, so a text of many opening brackets overflows the stack, and nested aliases can exhaust the memory.
/// </summary>
internal sealed partial class SpecParser(string documentName, int linesBefore)
{
    public const int MostLevels = 200;

    private const int MostNodes = 2_000_000;

    private const string LineSeparatorWayOut = "Ask the vendor to remove it, or to replace it with a space.";

    /// <summary>The characters that end a line in YAML and C#, but not in an editor.</summary>
    public static readonly SearchValues<char> LineSeparators = SearchValues.Create("\u0085\u2028\u2029");

    private readonly Stack<SpecNode> _open = new();
    private SpecNode? _root;
    private Scalar? _key;
    private int _nodes;

    public static string LineSeparator(char character) => $"the text contains U+{(int)character:X4}, which ends a line in YAML and C#.";

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
                exception.Start, $"not YAML: {exception.Message.TrimEnd('.')}", "A document must be YAML or JSON. Fix that line, or fetch the document again.");
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
                    throw Refuse(start, "a second document starts here", "Keep only one document in a file.");
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
                    throw Refuse(alias, $"the alias *{alias.Value} is not supported", "Replace the alias with its value.");
            }
        }

        if (_root is not { Kind: SpecNodeKind.Mapping })
            throw new SpecException($"{documentName}: not an OpenAPI document, because its root is not a mapping.", "An OpenAPI document starts with 'openapi:' and a version.");
        return _root;
    }

    private void Open(NodeEvent start, SpecNodeKind kind)
    {
        if (kind == SpecNodeKind.Mapping && _open.TryPeek(out var parent) && parent.Kind == SpecNodeKind.Mapping && _key is null)
            throw Refuse(start, "a mapping cannot be a key", "Use a text as the key.");
        if (_open.Count == MostLevels)
            throw Refuse(start, $"the document has more than {MostLevels} levels", "Check that this is an API document.");
        _open.Push(Add(start, kind, ""));
    }

    private SpecNode Add(NodeEvent start, SpecNodeKind kind, string text)
    {
        if (++_nodes > MostNodes)
            throw Refuse(start, $"the document has more than {MostNodes} values", "Check that this is an API document.");
        _open.TryPeek(out var parent);
        var name = parent is null ? "" : _key?.Value ?? parent.Children.Count.ToString(CultureInfo.InvariantCulture);
        var node = new SpecNode(parent, name, kind, (int)(_key ?? start).Start.Line + linesBefore) { Text = text };
        if (parent?.Add(node) is { } first)
            throw Refuse(_key!, $"the key '{name}' is already in line {first.Line}", "Remove one of the two.");
        _key = null;
        _root ??= node;
        return node;
    }

    private SpecException Refuse(string text, int separator) => new(
        $"{documentName}:{text.AsSpan(0, separator).Count('\n') + 1 + linesBefore}: {LineSeparator(text[separator])}", LineSeparatorWayOut);

    private SpecException Refuse(ParsingEvent at, string what, string wayOut) => Refuse(at.Start, what, wayOut);

    private SpecException Refuse(Mark at, string what, string wayOut)
    {
        var inBlock = linesBefore == 0 ? "" : $" (line {at.Line} of the block that starts in line {linesBefore + 1})";
        return new SpecException($"{documentName}:{at.Line + linesBefore}:{at.Column}: {what}{inBlock}.", wayOut);
    }

    // The core schema of YAML has the kinds of JSON. A quoted 1 is text.
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

/// <summary>
/// Replaces escaped surrogate pairs in JSON, such as <c>\ud83d\ude00</c>, with the character itself, because YamlDotNet refuses half a pair.
/// Line numbers stay the same.
/// </summary>
internal static partial class EscapedPairs
{
    public static string Join(string text) =>
        text.AsSpan().TrimStart() is ['{', ..] ? Pair().Replace(text, pair => pair.Groups["before"].Value + Character(pair)) : text;

    private static string Character(Match pair) => new([Half(pair.Groups["high"]), Half(pair.Groups["low"])]);

    private static char Half(Group digits) => (char)Convert.ToUInt16(digits.Value, 16);

    // Each two backslashes before the pair are an escaped backslash.
    [GeneratedRegex(@"(?<!\\)(?<before>(\\\\)*)\\u(?<high>[dD][89abAB][0-9a-fA-F]{2})\\u(?<low>[dD][c-fC-F][0-9a-fA-F]{2})")]
    private static partial Regex Pair();
}
