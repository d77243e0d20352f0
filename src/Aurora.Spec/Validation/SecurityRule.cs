using Aurora.Spec.Documents;

namespace Aurora.Spec.Validation;

/// <summary>Every security requirement names a scheme that is there.</summary>
internal static class SecurityRule
{
    public static IEnumerable<Finding> Findings(SpecDocument document) =>
        from holder in SpecOperations.Of(document).Prepend(document.Root)
        from requirement in holder["security"]?.Children ?? []
        from scheme in requirement.Children
        where document.Root.At("components", "securitySchemes", scheme.Name) is null
        select Finding.At(scheme, $"there is no security scheme '{scheme.Name}'.");
}
