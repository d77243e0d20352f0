using Microsoft.CodeAnalysis;
using static Microsoft.CodeAnalysis.SymbolDisplayGenericsOptions;
using static Microsoft.CodeAnalysis.SymbolDisplayMemberOptions;
using static Microsoft.CodeAnalysis.SymbolDisplayMiscellaneousOptions;

namespace Aurora.Spec.CSharp;

/// <summary>Writes the signatures of types and members.</summary>
internal static class Signature
{
    /// <summary>The name alone: <c>AuroraFlow.Duration</c>.</summary>
    public static readonly SymbolDisplayFormat Name = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes, genericsOptions: IncludeTypeParameters, memberOptions: IncludeContainingType);

    /// <summary>A type in a signature: <c>IReadOnlyList&lt;AuroraFlow?&gt;</c>.</summary>
    public static readonly SymbolDisplayFormat Type = Name
        .WithMiscellaneousOptions(UseSpecialTypes | IncludeNullableReferenceTypeModifier | EscapeKeywordIdentifiers);

    private static readonly SymbolDisplayFormat Full = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        genericsOptions: IncludeTypeParameters | IncludeTypeConstraints | IncludeVariance,
        memberOptions: IncludeContainingType | IncludeModifiers | IncludeAccessibility | IncludeType | IncludeParameters | IncludeConstantValue | IncludeRef,
        delegateStyle: SymbolDisplayDelegateStyle.NameAndSignature,
        extensionMethodStyle: SymbolDisplayExtensionMethodStyle.StaticMethod,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeDefaultValue | SymbolDisplayParameterOptions.IncludeParamsRefOut,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        kindOptions: SymbolDisplayKindOptions.IncludeTypeKeyword,
        miscellaneousOptions: UseSpecialTypes | IncludeNullableReferenceTypeModifier | EscapeKeywordIdentifiers | AllowDefaultLiteral);

    /// <summary>Returns the full signature: <c>public int? AuroraFlow.Duration { get; set; }</c>.</summary>
    public static string Of(ISymbol symbol)
    {
        var text = symbol.ToDisplayString(Full);
        if (symbol is INamedTypeSymbol type)
            text = $"{Modifiers(type)}{text}{Bases(type)}";
        return IsObsolete(symbol) ? $"[Obsolete] {text}" : text;
    }

    private static bool IsObsolete(ISymbol symbol) => symbol.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == nameof(ObsoleteAttribute));

    private static string Modifiers(INamedTypeSymbol type) => (type.DeclaredAccessibility == Accessibility.Public ? "public " : "protected ") + type switch
    {
        { IsStatic: true } => "static ",
        { TypeKind: TypeKind.Class, IsAbstract: true } => "abstract ",
        { TypeKind: TypeKind.Class, IsSealed: true } => "sealed ",
        _ => "",
    };

    private static string Bases(INamedTypeSymbol type)
    {
        var bases = type.Interfaces.Select(one => one.ToDisplayString(Type)).Order(StringComparer.Ordinal).ToList();
        if (type.BaseType is { SpecialType: SpecialType.None } parent)
            bases.Insert(0, parent.ToDisplayString(Type));
        return bases.Count == 0 ? "" : $" : {string.Join(", ", bases)}";
    }
}
