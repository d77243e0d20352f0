namespace Aurora.Cli.Ids;

/// <summary>A text in which ids stand, and where it comes from.</summary>
internal sealed class IdText
{
    private static readonly char[] Between = [',', ' ', '\t', '\r', '\n', '\uFEFF'];

    private readonly IEnumerable<(string Line, string Place)> _lines;

    private IdText(IEnumerable<(string Line, string Place)> lines) => _lines = lines;

    public static IdText OfArguments(IEnumerable<string> arguments, string name) => new(arguments.Select(argument => (argument, name)));

    /// <summary>A file: what follows a <c>#</c> on a line is a remark.</summary>
    public static IdText OfLines(IEnumerable<string> lines, string source) =>
        new(lines.Select((line, i) => (line.Split('#', 2)[0], $"line {i + 1} of {source}")));

    public IEnumerable<(string Word, string Place)> Words() =>
        _lines.SelectMany(line => line.Line.Split(Between, StringSplitOptions.RemoveEmptyEntries).Select(word => (word, line.Place)));
}
