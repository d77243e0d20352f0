using Aurora.Spec.CSharp;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Aurora.Spec.Tests.CSharp;

/// <summary>Compares two versions of a class that contains one member.</summary>
[TestFixture]
public sealed class ClientComparisonTests
{
    private static readonly MetadataReference[] References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(file => MetadataReference.CreateFromFile(file))];

    [TestCase("public int? A { get; set; }", "public double? A { get; set; }", "ChangeCode")]
    [TestCase("public int A { get; set; }", "public int? A { get; set; }", "ChangeCode")]
    [TestCase("public string A { get; set; } = \"\";", "public string? A { get; set; }", "ChangeCode")]
    [TestCase("public string A { get; } = \"\";", "public string? A { get; }", "ChangeCode")]
    [TestCase("public string? A { get; }", "public string A { get; } = \"\";", "Nothing")]
    [TestCase("public int A { get; set; }", "public int A { get; }", "ChangeCode")]
    [TestCase("public int A { get; init; }", "public int A { get; set; }", "Rebuild")]
    [TestCase("public int A { get; set; }", "public required int A { get; set; }", "ChangeCode")]
    [TestCase("public int A { get; set; }", "[Obsolete] public int A { get; set; }", "Nothing")]
    [TestCase("public const int A = 1;", "public const int A = 2;", "Rebuild")]
    [TestCase("public int A;", "public long A;", "ChangeCode")]
    [TestCase("public static int A() => 1;", "public int A() => 1;", "ChangeCode")]
    [TestCase("public virtual int A() => 1;", "public int A() => 1;", "ChangeCode")]
    [TestCase("public int A() => 1;", "public long A() => 1;", "ChangeCode")]
    [TestCase("public void A(int a) { }", "public void A(long a) { }", "Rebuild")]
    [TestCase("public void A(int a) { }", "public void A(int? a) { }", "Rebuild")]
    [TestCase("public void A(List<int> a) { }", "public void A(IEnumerable<int> a) { }", "Rebuild")]
    [TestCase("public void A(long a) { }", "public void A(int a) { }", "ChangeCode")]
    [TestCase("public void A(string a) { }", "public void A(string? a) { }", "Nothing")]
    [TestCase("public void A(string? a) { }", "public void A(string a) { }", "ChangeCode")]
    [TestCase("public void A(int a) { }", "public void A(int b) { }", "ChangeCode")]
    [TestCase("public void A(int a, string b) { }", "public void A(string b, int a) { }", "ChangeCode")]
    [TestCase("public void A(int a = 1) { }", "public void A(int a = 2) { }", "Rebuild")]
    [TestCase("public void A(int a = 1) { }", "public void A(int a) { }", "ChangeCode")]
    [TestCase("public void A(int a) { }", "public void A(int a, int b = 1) { }", "Rebuild")]
    [TestCase("public void A(int a, CancellationToken token = default) { }", "public void A(int a, int b = 1, CancellationToken token = default) { }", "ChangeCode")]
    [TestCase("public void A(int a) { }", "public void A() { }", "ChangeCode")]
    public void Changed_member_reports_what_callers_must_do(string old, string current, string impact)
    {
        var changes = Compare($"public class C {{ {old} }}", $"public class C {{ {current} }}");

        Assert.That(changes.Select(change => (change.Member, change.Kind, change.Impact.ToString())), Is.EqualTo(new[] { ("C.A", ChangeKind.Changed, impact) }));
    }

    [TestCase("public class A { }", "public struct A { }", "ChangeCode")]
    [TestCase("public class A { }", "public sealed class A { }", "ChangeCode")]
    [TestCase("public class A { }", "public class A : ICloneable { public object Clone() => this; }", "Nothing")]
    [TestCase("public class A : ICloneable { public object Clone() => this; }", "public class A { public object Clone() => this; }", "ChangeCode")]
    [TestCase("public class B { } public class A { }", "public class B { } public class A : B { }", "ChangeCode")]
    public void Changed_type_reports_what_callers_must_do(string old, string current, string impact) =>
        Assert.That(Compare(old, current).Single(change => change.Member == "A").Impact.ToString(), Is.EqualTo(impact));

    [Test]
    public void Removed_and_added_members_are_reported_with_their_signatures()
    {
        var changes = Compare(
            "public class C { public int? Gone { get; set; } public enum E { One } }",
            "public class C { public Task<IReadOnlyList<string?>> Added(int a = 1) => null!; protected abstract class D { public int In; } public enum E { One, Two } }");

        Assert.That(changes.Select(change => $"{change.Kind} {change.Impact}: {change.Old}{change.Current}"), Is.EqualTo(new[]
        {
            "Removed ChangeCode: public int? C.Gone { get; set; }",
            "Added Nothing: public Task<IReadOnlyList<string?>> C.Added(int a = 1)",
            "Added Nothing: protected abstract class C.D",
            "Added Nothing: C.E.Two = 1",
        }));
    }

    [Test]
    public void Added_abstract_member_requires_callers_to_change_code() => Assert.That(
        Compare("public abstract class C { }", "public abstract class C { public abstract void A(); }").Single().Impact, Is.EqualTo(CallerImpact.ChangeCode));

    [Test]
    public void Overloads_are_compared_separately()
    {
        var changes = Compare(
            "public class C { public void A(int a) { } public void A(string a) { } }",
            "public class C { public void A(string a) { } public void A(int a) { } public void A(bool a) { } }");

        Assert.That(changes.Select(change => (change.Kind, change.Current)), Is.EqualTo(new[] { (ChangeKind.Added, "public void C.A(bool a)") }));
    }

    [Test]
    public void Private_and_internal_members_are_not_compared() => Assert.That(
        Compare("public class C { private int A; internal int B; private protected int D; } class E { public int F; }", "public class C { }"), Is.Empty);

    [Test]
    public void Clients_with_compiler_errors_are_compared() => Assert.That(
        Compare("public class C { }", "public class C { public Missing A() => nonsense; }").Single().Current, Is.EqualTo("public Missing C.A()"));

    private static IReadOnlyList<MemberChange> Compare(string old, string current) => ClientComparison.Compare(Compile(old), Compile(current));

    private static CSharpCompilation Compile(string code) => CSharpCompilation.Create(
        "client",
        [CSharpSyntaxTree.ParseText($"#nullable enable\nusing System;\nusing System.Collections.Generic;\nusing System.Threading;\nusing System.Threading.Tasks;\n{code}")],
        References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
}
