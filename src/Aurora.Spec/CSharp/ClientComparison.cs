using Microsoft.CodeAnalysis;

namespace Aurora.Spec.CSharp;

/// <summary>Compares the public types and members of two clients.</summary>
internal static class ClientComparison
{
    /// <returns>The changes: the ones with the highest impact on callers first, then by name.</returns>
    public static IReadOnlyList<MemberChange> Compare(Compilation old, Compilation current)
    {
        var was = PublicMembers.Of(old.Assembly);
        var now = PublicMembers.Of(current.Assembly);
        var impact = new ImpactRule(current);
        return
        [
            .. was.Select(group => group.Key).Union(now.Select(group => group.Key))
                .SelectMany(name => Compare(name, [.. was[name]], [.. now[name]], impact))
                .Where(change => !IsInside(change, was, now))
                .OrderByDescending(change => change.Impact).ThenBy(change => change.Kind).ThenBy(change => change.Member, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<MemberChange> Compare(string name, IReadOnlyList<ISymbol> was, IReadOnlyList<ISymbol> now, ImpactRule impact)
    {
        var members = ListPairing.Pair(was, now, [(one, other) => Signature.Of(one) == Signature.Of(other), (one, other) => one.Kind == other.Kind]);
        foreach (var (one, other) in members.Matched.Where(pair => Signature.Of(pair.Old) != Signature.Of(pair.Current)))
            yield return new MemberChange(name, Signature.Of(one), Signature.Of(other), impact.OfChange(one, other));
        foreach (var gone in members.Removed)
            yield return new MemberChange(name, Signature.Of(gone), null, CallerImpact.ChangeCode);
        foreach (var added in members.Added)
            yield return new MemberChange(name, null, Signature.Of(added), ImpactRule.OfAddition(added));
    }

    // The members of an added or removed type are not listed, because the type stands for them.
    private static bool IsInside(MemberChange change, ILookup<string, ISymbol> was, ILookup<string, ISymbol> now)
    {
        var dot = change.Member.LastIndexOf('.');
        if (dot < 0 || change.Kind == ChangeKind.Changed)
            return false;
        var type = change.Member[..dot];
        return !(change.Kind == ChangeKind.Added ? was : now).Contains(type);
    }
}

/// <summary>Finds the public and protected types and members of an assembly.</summary>
internal static class PublicMembers
{
    /// <summary>Returns the symbols by name, with the type of a member: <c>AuroraFlow.Duration</c>. Overloads share a name.</summary>
    public static ILookup<string, ISymbol> Of(IAssemblySymbol assembly) => Types(assembly.GlobalNamespace)
        .SelectMany(type => type.GetMembers().Where(IsShown).Prepend(type))
        .ToLookup(symbol => symbol.ToDisplayString(Signature.Name), StringComparer.Ordinal);

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container) => container.GetMembers().SelectMany(member => member switch
    {
        INamespaceSymbol inner => Types(inner),
        INamedTypeSymbol type when IsVisible(type) => Types(type).Prepend(type),
        _ => [],
    });

    // Accessors are part of their property, and nested types are listed separately.
    private static bool IsShown(ISymbol member) =>
        IsVisible(member) && member is not (INamedTypeSymbol or IMethodSymbol { AssociatedSymbol: not null } or IMethodSymbol { MethodKind: MethodKind.StaticConstructor })
        && !(member.IsImplicitlyDeclared && member.ContainingType.TypeKind != TypeKind.Class);

    private static bool IsVisible(ISymbol symbol) =>
        symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal;
}
