using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Aurora.Spec.CSharp;

/// <summary>Decides what a change requires of callers.</summary>
/// <param name="current">The new client, whose conversions apply.</param>
internal sealed class ImpactRule(Compilation current)
{
    /// <summary>An addition requires nothing, except of classes that implement or derive from the type.</summary>
    public static CallerImpact OfAddition(ISymbol symbol) => symbol is { IsAbstract: true } and not INamedTypeSymbol ? CallerImpact.ChangeCode : CallerImpact.Nothing;

    public CallerImpact OfChange(ISymbol was, ISymbol now) => (was, now) switch
    {
        _ when was.IsStatic != now.IsStatic || (was.IsVirtual && !now.IsVirtual) || (!was.IsAbstract && now.IsAbstract) || was.DeclaredAccessibility > now.DeclaredAccessibility => CallerImpact.ChangeCode,
        (IMethodSymbol one, IMethodSymbol other) => OfMethod(one, other),
        (IPropertySymbol one, IPropertySymbol other) => OfProperty(one, other),
        (IFieldSymbol one, IFieldSymbol other) => OfField(one, other),
        (INamedTypeSymbol one, INamedTypeSymbol other) => OfType(one, other),
        _ => CallerImpact.ChangeCode,
    };

    private CallerImpact OfMethod(IMethodSymbol was, IMethodSymbol now)
    {
        if (!IsSame(was.ReturnType, now.ReturnType) && !(IsReference(was.ReturnType, now.ReturnType) && !IsNullable(now.ReturnType)))
            return CallerImpact.ChangeCode;
        // New optional parameters at the end leave every call as it is.
        if (was.Parameters.Length > now.Parameters.Length || now.Parameters.Skip(was.Parameters.Length).Any(parameter => !parameter.IsOptional && !parameter.IsParams))
            return CallerImpact.ChangeCode;
        var impacts = was.Parameters.Zip(now.Parameters, OfParameter).ToList();
        if (was.Parameters.Length < now.Parameters.Length)
            impacts.Add(CallerImpact.Rebuild);
        return impacts.Count == 0 ? CallerImpact.Nothing : impacts.Max();
    }

    private CallerImpact OfParameter(IParameterSymbol was, IParameterSymbol now)
    {
        if (was.Name != now.Name || was.RefKind != now.RefKind || (was.IsOptional && !now.IsOptional))
            return CallerImpact.ChangeCode;
        if (!IsSame(was.Type, now.Type))
        {
            if (IsReference(was.Type, now.Type))
                return IsNullable(was.Type) ? CallerImpact.ChangeCode : CallerImpact.Nothing;
            return Converts(was.Type, now.Type) ? CallerImpact.Rebuild : CallerImpact.ChangeCode;
        }

        return was.HasExplicitDefaultValue && !Equals(was.ExplicitDefaultValue, now.ExplicitDefaultValue) ? CallerImpact.Rebuild : CallerImpact.Nothing;
    }

    private static CallerImpact OfProperty(IPropertySymbol was, IPropertySymbol now)
    {
        var isReadOnly = was.SetMethod is null;
        if (!IsSame(was.Type, now.Type) && !(isReadOnly && IsReference(was.Type, now.Type) && !IsNullable(now.Type)))
            return CallerImpact.ChangeCode;
        if ((was.GetMethod is not null && now.GetMethod is null) || (!isReadOnly && now.SetMethod is null) || (!was.IsRequired && now.IsRequired))
            return CallerImpact.ChangeCode;
        return (was.SetMethod?.IsInitOnly, now.SetMethod?.IsInitOnly) switch
        {
            (false, true) => CallerImpact.ChangeCode,
            (true, false) => CallerImpact.Rebuild,
            _ => CallerImpact.Nothing,
        };
    }

    private static CallerImpact OfField(IFieldSymbol was, IFieldSymbol now)
    {
        if (!IsSame(was.Type, now.Type) || was.IsConst != now.IsConst)
            return CallerImpact.ChangeCode;
        // The compiler copies a constant into its callers.
        return Equals(was.ConstantValue, now.ConstantValue) ? CallerImpact.Nothing : CallerImpact.Rebuild;
    }

    private static CallerImpact OfType(INamedTypeSymbol was, INamedTypeSymbol now)
    {
        if (was.TypeKind != now.TypeKind || (!was.IsSealed && now.IsSealed) || (!was.IsAbstract && now.IsAbstract) || !IsSame(was.BaseType, now.BaseType))
            return CallerImpact.ChangeCode;
        var interfaces = now.AllInterfaces.Select(Text).ToHashSet();
        return was.AllInterfaces.Select(Text).All(interfaces.Contains) ? CallerImpact.Nothing : CallerImpact.ChangeCode;
    }

    // Types of two compilations are never equal, so the old one is looked up in the new client by its name.
    private bool Converts(ITypeSymbol was, ITypeSymbol now)
    {
        var tree = current.SyntaxTrees.First();
        var type = current.GetSemanticModel(tree).GetSpeculativeTypeInfo(0, SyntaxFactory.ParseTypeName(Text(was)), SpeculativeBindingOption.BindAsTypeOrNamespace).Type;
        return type is { TypeKind: not TypeKind.Error } && current.ClassifyCommonConversion(type, now) is { IsImplicit: true, IsUserDefined: false };
    }

    private static bool IsSame(ITypeSymbol? was, ITypeSymbol? now) => Text(was) == Text(now);

    // Only the annotation of a reference differs: both are the same type at run time.
    private static bool IsReference(ITypeSymbol was, ITypeSymbol now) =>
        was.IsReferenceType && now.IsReferenceType && Text(was.WithNullableAnnotation(NullableAnnotation.None)) == Text(now.WithNullableAnnotation(NullableAnnotation.None));

    private static bool IsNullable(ITypeSymbol type) => type.NullableAnnotation == NullableAnnotation.Annotated;

    private static string Text(ITypeSymbol? type) =>
        type?.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier)) ?? "";
}
