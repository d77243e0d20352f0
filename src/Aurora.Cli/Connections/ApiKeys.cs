namespace Aurora.Cli.Connections;

/// <summary>
/// The two keys. They come from the environment or from the profile, never from an argument: the process list and the shell's
/// history show those.
/// </summary>
internal sealed class ApiKeys
{
    public const string IdVariable = "AURORA_API_ID";
    public const string KeyVariable = "AURORA_API_KEY";

    private const int ShortestSecret = 8;

    public ApiKeys(string id, string key)
    {
        Id = id;
        Key = key;
    }

    public string Id { get; }

    public string Key { get; }

    /// <summary>The variables that are not set, or blank.</summary>
    public IEnumerable<string> Missing =>
        new[] { (IdVariable, Id), (KeyVariable, Key) }.Where(pair => string.IsNullOrWhiteSpace(pair.Item2)).Select(pair => pair.Item1);

    /// <summary>Whether neither is there.</summary>
    public bool IsNone => Missing.Count() == 2;

    public static ApiKeys From(Func<string, string?> variable) => new(variable(IdVariable) ?? "", variable(KeyVariable) ?? "");

    /// <summary>
    /// Blots the keys out, the longer one first: the other may be its beginning. What is too short for a secret stays, for
    /// it may be a word of the text.
    /// </summary>
    public string Redact(string text) => new[] { Id, Key }
        .Where(key => key.Length >= ShortestSecret)
        .OrderByDescending(key => key.Length)
        .Aggregate(text, (rest, key) => rest.Replace(key, "[key]", StringComparison.Ordinal));
}
