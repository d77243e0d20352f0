using Aurora.Spec.Diffing;
using Aurora.Spec.Documents;

namespace Aurora.Spec.Tests.Diffing;

/// <summary>A folder in <c>Pairs</c>: <c>old.yaml</c>, <c>new.yaml</c>, and a line for each expected difference in <c>expected.txt</c>.</summary>
internal sealed record DocumentPair(SpecDocument Old, SpecDocument Current, IReadOnlyList<string> Expected)
{
    public static readonly DateOnly Today = new(2026, 6, 1);

    private static string Root { get; } = Path.Combine(TestRepository.Root, "tests", "Aurora.Spec.Tests", "Diffing", "Pairs");

    public static IEnumerable<string> Names => Directory.EnumerateDirectories(Root).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal);

    public IReadOnlyList<Difference> Differences => DocumentDiff.Compare(Old, Current, Today);

    public IReadOnlyList<string> Actual => [.. Differences.Select(Line)];

    public static DocumentPair Read(string name)
    {
        var expected = PathOf(name, "expected.txt");
        return new(ReadDocument(name, "old.yaml"), ReadDocument(name, "new.yaml"), File.Exists(expected) ? File.ReadAllLines(expected) : []);
    }

    public static string PathOf(string name, string file) => Path.Combine(Root, name, file);

    private static SpecDocument ReadDocument(string name, string file) => SpecDocument.Parse($"{name}/{file}", File.ReadAllText(PathOf(name, file)));

    private static string Line(Difference difference) =>
        $"{difference.Rule.Level.ToString().ToUpperInvariant(),-4} {difference.Rule.Id} | {difference.Pointer} | {difference.OldText} → {difference.CurrentText}";
}
