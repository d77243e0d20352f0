namespace Aurora.Cli.Ids;

/// <summary>A text that contains ids, with the locations of its lines for error messages.</summary>
internal sealed class IdSource
{
    private static readonly char[] Separators = [',', ' ', '\t', '\r', '\n', '\uFEFF'];

    private readonly IEnumerable<(string Line, string Location)> _lines;

    private IdSource(IEnumerable<(string Line, string Location)> lines) => _lines = lines;

    public static IdSource FromArguments(IEnumerable<string> arguments, string name) => new(arguments.Select(argument => (argument, name)));

    /// <summary>Creates a source from the lines of a file. Text after <c>#</c> is a comment.</summary>
    public static IdSource FromLines(IEnumerable<string> lines, string source) =>
        new(lines.Select((line, i) => (line.Split('#', 2)[0], $"line {i + 1} of {source}")));

    public IEnumerable<(string Token, string Location)> Tokens() =>
        _lines.SelectMany(line => line.Line.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Select(token => (token, line.Location)));
}
