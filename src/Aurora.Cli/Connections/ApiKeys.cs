namespace Aurora.Cli.Connections;

/// <summary>
/// The two keys of an account. They are never read from an argument, because the process list and the shell history show arguments.
/// </summary>
internal sealed class ApiKeys(string id, string key)
{
    public const string IdVariable = "AURORA_API_ID";
    public const string KeyVariable = "AURORA_API_KEY";

    public string Id => id;

    public string Key => key;

    /// <summary>The names of the variables that are not set or blank.</summary>
    public IEnumerable<string> Missing =>
        new[] { (IdVariable, Id), (KeyVariable, Key) }.Where(pair => string.IsNullOrWhiteSpace(pair.Item2)).Select(pair => pair.Item1);

    public bool IsEmpty => Missing.Count() == 2;

    public static ApiKeys From(Func<string, string?> variable) => new(variable(IdVariable) ?? "", variable(KeyVariable) ?? "");

    /// <summary>Replaces the keys in a text, however they are written, and the user of each address.</summary>
    public string Redact(string text) => new KeyRedaction(Id, Key).Text(text);
}
