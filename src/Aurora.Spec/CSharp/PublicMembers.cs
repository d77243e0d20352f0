using Microsoft.CodeAnalysis;

namespace Aurora.Spec.CSharp;

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
