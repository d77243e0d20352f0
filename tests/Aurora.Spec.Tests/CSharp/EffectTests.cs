using System.Text.RegularExpressions;
using Aurora.Spec.Diffing;
using Aurora.Spec.Tests.Diffing;
using Aurora.Spec.Versions;

namespace Aurora.Spec.Tests.CSharp;

/// <summary>What is said of C# is what the generator does: for each pair of documents both clients are generated and compared.</summary>
[TestFixture]
public sealed partial class EffectTests
{
    private static readonly Lazy<IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>> Generated = new(() =>
        GeneratedApi.Of([.. Pairs.SelectMany(name => new[] { DocumentPair.PathOf(name, "old.yaml"), DocumentPair.PathOf(name, "new.yaml") })]));

    // Without an operation's name the generator invents one.
    private static IEnumerable<string> Pairs => DocumentPair.Names.Where(name => name != "operation-id-added");

    [TestCaseSource(nameof(Pairs))]
    public void Every_declaration_that_changes_is_named_by_an_effect_in(string name)
    {
        var unnamed = Unnamed(
            Generated.Value[DocumentPair.PathOf(name, "old.yaml")], Generated.Value[DocumentPair.PathOf(name, "new.yaml")], DocumentPair.Read(name).Differences);

        Assert.That(unnamed, Is.Empty);
    }

    /// <summary>The declarations that change although no effect names them.</summary>
    internal static IEnumerable<string> Unnamed(
        IReadOnlyDictionary<string, string> old, IReadOnlyDictionary<string, string> current, IReadOnlyList<Difference> differences)
    {
        var effects = string.Join('\n', differences
            .Select(difference => difference.Effect.Text)
            .Where(effect => !effect.StartsWith("documentation of", StringComparison.Ordinal)));
        return Changed(old, current).Where(change => !IsNamed(change.Key, effects)).Select(change => $"{change.Key}: {change.Old} → {change.Current}");
    }

    [TestCaseSource(nameof(Pairs))]
    public void Every_effect_on_a_declaration_is_a_change_of_it_in(string name)
    {
        var changed = Changed(name).Select(change => change.Key).ToHashSet();

        var idle = DocumentPair.Read(name).Differences
            .Where(difference => difference.Effect.Bump >= VersionBump.Minor)
            .Where(difference => !changed.Any(key => IsNamed(key, difference.Effect.Text)))
            .Select(difference => $"{difference.Rule.Id}: {difference.Effect.Text}");

        Assert.That(idle, Is.Empty, string.Join('\n', Changed(name)));
    }

    [TestCaseSource(nameof(Pairs))]
    public void Types_before_and_after_are_those_that_are_generated_in(string name)
    {
        var old = Generated.Value[DocumentPair.PathOf(name, "old.yaml")];
        var current = Generated.Value[DocumentPair.PathOf(name, "new.yaml")];
        foreach (var effect in DocumentPair.Read(name).Differences.Select(difference => difference.Effect.Text))
        {
            switch (effect.Split('`'))
            {
                case ["property ", var member, ": ", var was, " → ", var now, ""]:
                    Assert.That((TypeOf(old[member]), TypeOf(current[member])), Is.EqualTo((was, now)), effect);
                    break;
                case ["parameter ", var parameter, " of ", var method, ": ", var was, " → ", var now, ""]:
                    Assert.That(old[$"AuroraClient.{method}"], Does.Contain($"{was} {parameter}"), effect);
                    Assert.That(current[$"AuroraClient.{method}"], Does.Contain($"{now} {parameter}"), effect);
                    break;
                case ["result of ", var method, ": ", var was, " → ", var now, ""]:
                    Assert.That(Method(old, method), Does.StartWith(Task(was)), effect);
                    Assert.That(Method(current, method), Does.StartWith(Task(now)), effect);
                    break;
            }
        }

        static string Method(IReadOnlyDictionary<string, string> api, string method) =>
            api.GetValueOrDefault($"AuroraClient.{method}") ?? api[$"AuroraClient.{method.Replace("Async", "CoreAsync", StringComparison.Ordinal)}"];

        static string Task(string type) => "Threading.Tasks.Task" + (type == "nothing" ? " " : $"<{type}> ");

        static string TypeOf(string declaration) => declaration.Split(" =")[0].Replace(" obsolete", "", StringComparison.Ordinal).Trim();
    }

    private static IEnumerable<(string Key, string? Old, string? Current)> Changed(string name) =>
        Changed(Generated.Value[DocumentPair.PathOf(name, "old.yaml")], Generated.Value[DocumentPair.PathOf(name, "new.yaml")]);

    private static IEnumerable<(string Key, string? Old, string? Current)> Changed(
        IReadOnlyDictionary<string, string> old, IReadOnlyDictionary<string, string> current)
    {
        return old.Keys.Union(current.Keys)
            .Select(key => (key, old.GetValueOrDefault(key), current.GetValueOrDefault(key)))
            .Where(change => change.Item2 != change.Item3);
    }

    // A member is named by itself, or by its type where all of it comes or goes; a method that is finished by hand by its public name.
    private static bool IsNamed(string key, string effects)
    {
        var parts = key.Split('.');
        return effects.Contains($"`{key}`", StringComparison.Ordinal)
            || effects.Contains($"`{parts[0]}`", StringComparison.Ordinal)
            || effects.Contains($"`{parts[0]}?`", StringComparison.Ordinal)
            || (parts is [var type, "KnownValues"] && effects.Contains($"member `{type}.", StringComparison.Ordinal))
            || (parts is [_, var member] && new[] { member, member.Replace("CoreAsync", "Async", StringComparison.Ordinal) }.Any(name => effects.Contains($"`{name}`", StringComparison.Ordinal)))
            // The types of an operation's own come and go with its method.
            || (parts[0] is not "AuroraClient" && MethodThatComesOrGoes().IsMatch(effects))
            // And those of a type's own with the type.
            || TypeThatComesOrGoes().Matches(effects).Any(match => parts[0].StartsWith(match.Groups[1].Value, StringComparison.Ordinal))
            // What becomes of several schemas in one place only the generator knows, and the effect says so.
            || effects.Contains("may change: the API snapshot tells", StringComparison.Ordinal);
    }

    [GeneratedRegex("^method `[A-Za-z]+` (removed|added)", RegexOptions.Multiline)]
    private static partial Regex MethodThatComesOrGoes();

    [GeneratedRegex("type `([A-Za-z]+)` (removed|added)")]
    private static partial Regex TypeThatComesOrGoes();
}
