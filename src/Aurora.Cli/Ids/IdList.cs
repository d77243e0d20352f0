namespace Aurora.Cli.Ids;

/// <summary>Parses the ids that the user specified.</summary>
internal static class IdList
{
    private const int MaxListed = 10;

    private static readonly string[] LineBreaks = ["\r\n", "\n", "\r"];
    private static readonly char[] Separators = [',', ' ', '\t', '\r', '\n', '\uFEFF'];

    public static IEnumerable<(string Text, string Location)> FromArguments(IEnumerable<string> arguments, string name) =>
        arguments.Select(argument => (argument, name));

    /// <summary>Returns the lines of a file, with their locations for error messages. Text after <c>#</c> is a comment.</summary>
    public static IEnumerable<(string Text, string Location)> FromFile(string text, string name) =>
        text.Split(LineBreaks, StringSplitOptions.None).Select((line, i) => (line.Split('#', 2)[0], $"line {i + 1} of {name}"));

    public static IReadOnlyList<Guid> Parse(IEnumerable<(string Text, string Location)> sources)
    {
        var ids = new List<Guid>();
        var seen = new HashSet<Guid>();
        var invalid = new List<string>();
        var count = 0;
        foreach (var (token, location) in sources.SelectMany(Tokens))
        {
            count++;
            if (!VideoIds.TryParse(token, out var id))
                invalid.Add($"'{token}' ({location})");
            else if (seen.Add(id))
                ids.Add(id);
        }

        if (invalid.Count > 0)
            throw InvalidIds(invalid, count);
        if (ids.Count == 0)
        {
            throw new UsageException(
                "The list of ids is empty, and the API would return the whole account. To include all videos, remove the option.");
        }

        return ids;
    }

    private static IEnumerable<(string Token, string Location)> Tokens((string Text, string Location) source) =>
        source.Text.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Select(token => (token, source.Location));

    private static UsageException InvalidIds(List<string> invalid, int count)
    {
        var rest = invalid.Count > MaxListed ? $" and {invalid.Count - MaxListed} more" : "";
        return new UsageException(
            $"Invalid ids ({invalid.Count} of {count}): {string.Join(", ", invalid.Take(MaxListed))}{rest}.",
            "An id must be a UUID in the form xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx.");
    }
}
