using Aurora.Spec.Documents;
using Aurora.Spec.Generation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Aurora.Spec.Tests.Generation;

/// <summary>Checks that no generated type can hide a type that the code of the client or of a caller uses.</summary>
[TestFixture]
public sealed class ReservedNamesTests
{
    // The hand-written and the generated part of these types are one type.
    private static readonly string[] Partial = ["AuroraFlow", "AuroraStatus"];

    [Test]
    public async Task TypeName_Reserved_contains_every_type_in_the_namespaces_that_the_client_uses()
    {
        var reserved = File.ReadAllText(RepositoryCopy.Original.PathOf("openapi/templates/TypeName.Reserved.liquid")).Split('|', StringSplitOptions.TrimEntries).ToHashSet();
        var client = new GeneratedClient(SpecDocument.Parse("none", "openapi: 3.0.3"), new Dictionary<string, byte[]>());
        var frameworks = await CompilerArguments.ReadAsync(RepositoryCopy.Original, CancellationToken.None);

        var missing = frameworks.SelectMany(framework => NamesIn(client.Compile(framework))).Distinct().Except(reserved).Except(Partial).Order(StringComparer.Ordinal);

        Assert.That(string.Join("|", missing), Is.Empty, "Add these names to openapi/templates/TypeName.Reserved.liquid.");
    }

    private static IEnumerable<string> NamesIn(Compilation compilation)
    {
        var used = compilation.SyntaxTrees.Where(tree => !tree.FilePath.Contains("/polyfill/", StringComparison.Ordinal))
            .SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<UsingDirectiveSyntax>())
            .Where(directive => directive.Alias is null && directive.StaticKeyword.RawKind == 0)
            .Select(directive => directive.Name!.ToString().Replace("global::", "", StringComparison.Ordinal));
        foreach (var name in used.Append("Aurora.Client").Distinct())
        {
            var space = name.Split('.').Aggregate((INamespaceSymbol?)compilation.GlobalNamespace, (outer, part) => outer?.GetNamespaceMembers().FirstOrDefault(inner => inner.Name == part));
            foreach (var type in space?.GetTypeMembers() ?? [])
            {
                if (type.DeclaredAccessibility == Accessibility.Public || name == "Aurora.Client")
                    yield return type.Name;
            }
        }
    }
}
