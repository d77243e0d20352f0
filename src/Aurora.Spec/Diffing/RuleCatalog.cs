using System.Collections.Frozen;

namespace Aurora.Spec.Diffing;

/// <summary>Every rule, from <c>rules.txt</c>.</summary>
internal static class RuleCatalog
{
    private static readonly FrozenDictionary<string, Rule> Rules = Read().ToFrozenDictionary(rule => rule.Id);

    public static IReadOnlyCollection<Rule> All => Rules.Values;

    /// <exception cref="KeyNotFoundException">The table does not contain the rule, which is a bug in this program.</exception>
    public static Rule Get(string id) => Rules.TryGetValue(id, out var rule) ? rule : throw new KeyNotFoundException($"rules.txt has no rule '{id}'.");

    public static bool Has(string id) => Rules.ContainsKey(id);

    private static IEnumerable<Rule> Read()
    {
        using var reader = new StreamReader(typeof(RuleCatalog).Assembly.GetManifestResourceStream("rules.txt")!);
        while (reader.ReadLine() is { } line)
        {
            var words = line.Split('#')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0)
                continue;
            yield return new Rule(
                words[1],
                Enum.Parse<Level>(words[0], ignoreCase: true),
                words is [_, _, "oasdiff", var level] ? Enum.Parse<Level>(level, ignoreCase: true) : null,
                words is [_, _, "ours"]);
        }
    }
}

/// <summary>A kind of difference.</summary>
/// <param name="Id">The name of the rule: oasdiff's name if oasdiff has the rule.</param>
/// <param name="Oasdiff">oasdiff's level if it is different; otherwise, and if oasdiff does not have the rule, null.</param>
/// <param name="IsOurs">Whether the rule exists only in this tool.</param>
internal sealed record Rule(string Id, Level Level, Level? Oasdiff = null, bool IsOurs = false);

/// <summary>How much a difference matters on the wire, in oasdiff's words.</summary>
internal enum Level
{
    Info,
    Warn,
    Err,
}
