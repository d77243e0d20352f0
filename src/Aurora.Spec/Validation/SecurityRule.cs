using Aurora.Spec.Documents;

namespace Aurora.Spec.Validation;

/// <summary>Checks that every security requirement names an existing scheme.</summary>
internal static class SecurityRule
{
    public static IEnumerable<Finding> Findings(SpecDocument document) =>
        from holder in SpecOperations.Of(document).Prepend(document.Root)
        from requirement in holder["security"]?.Children ?? []
        from scheme in requirement.Children
        where document.Root.At("components", "securitySchemes", scheme.Name) is null
        select Finding.At(scheme, $"the security scheme '{scheme.Name}' does not exist.");
}
