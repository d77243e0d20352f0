using Aurora.Spec.CSharp;
using Aurora.Spec.Documents;

namespace Aurora.Spec.Diffing;

/// <summary>Which keys the API asks for, and in which headers. The client sends them by hand-written code.</summary>
internal sealed class SecurityComparer(DiffContext context)
{
    private static readonly CSharpEffect ByHand = CSharpEffect.Touches("none in generated code; `AuthenticationHandler`, written by hand, has to follow");

    public void Compare()
    {
        CompareSchemes(context.Old.Root.At("components", "securitySchemes"), context.Current.Root.At("components", "securitySchemes"));
        CompareRequirements(context.Old.Root["security"], context.Current.Root["security"], "api-global-security", "security");
    }

    /// <summary>Each requirement is one way to be let in; the schemes in it go together.</summary>
    public void CompareRequirements(SpecNode? old, SpecNode? current, string prefix, string where)
    {
        var was = ByText(old);
        var now = ByText(current);
        foreach (var (text, requirement) in was.Where(pair => !now.ContainsKey(pair.Key)))
            context.Report($"{prefix}-removed", requirement, null, text, "", where, ByHand);
        foreach (var (text, requirement) in now.Where(pair => !was.ContainsKey(pair.Key)))
            context.Report($"{prefix}-added", null, requirement, "", text, where, ByHand);
        foreach (var (text, requirement) in was.Where(pair => now.ContainsKey(pair.Key)))
            CompareScopes(requirement, now[text], prefix, where);
        context.Cover(old, current);
    }

    private void CompareSchemes(SpecNode? old, SpecNode? current)
    {
        foreach (var scheme in old?.Children ?? [])
        {
            var where = $"security scheme {scheme.Name}";
            if (current?[scheme.Name] is not { } now)
                context.Report("api-security-component-removed", scheme, null, where, ByHand);
            else
                CompareScheme(context.Old.Resolve(scheme) ?? scheme, context.Current.Resolve(now) ?? now, where);
        }

        foreach (var scheme in current?.Children.Where(scheme => old?[scheme.Name] is null) ?? [])
            context.Report("api-security-component-added", null, scheme, $"security scheme {scheme.Name}", CSharpEffect.None);
    }

    private void CompareScheme(SpecNode was, SpecNode now, string where)
    {
        if (was["type"]?.Text != now["type"]?.Text)
        {
            context.Report("api-security-component-type-changed", was["type"], now["type"], where, ByHand);
            // What is said of a header has no counterpart in what is said of a token.
            context.Cover(was, now);
            return;
        }

        foreach (var key in (string[])["name", "in"])
        {
            // HTTP's header names are the same in any case.
            if (!string.Equals(was[key]?.Text, now[key]?.Text, StringComparison.OrdinalIgnoreCase))
                context.Report($"api-security-component-{key}-changed", was[key], now[key], where, key == "name" ? ConstantOf(was.Name) : ByHand);
        }
    }

    private void CompareScopes(SpecNode was, SpecNode now, string prefix, string where)
    {
        foreach (var scheme in was.Children)
        {
            var scopes = now[scheme.Name]!;
            foreach (var scope in scheme.Children.Where(scope => scopes.Children.All(other => other.Text != scope.Text)))
                context.Report($"{prefix}-scope-removed", scope, null, $"{where}, {scheme.Name}", CSharpEffect.None);
            foreach (var scope in scopes.Children.Where(scope => scheme.Children.All(other => other.Text != scope.Text)))
                context.Report($"{prefix}-scope-added", null, scope, $"{where}, {scheme.Name}", CSharpEffect.None);
        }
    }

    private static CSharpEffect ConstantOf(string scheme) => scheme switch
    {
        "X-API-ID" => CSharpEffect.Touches("constant `AuroraApi.IdHeader`, written by hand, has to follow"),
        "X-API-KEY" => CSharpEffect.Touches("constant `AuroraApi.KeyHeader`, written by hand, has to follow"),
        _ => ByHand,
    };

    private static Dictionary<string, SpecNode> ByText(SpecNode? requirements) =>
        requirements?.Children.DistinctBy(TextOf).ToDictionary(TextOf) ?? [];

    private static string TextOf(SpecNode requirement) => requirement.Children.Count == 0
        ? "(none needed)"
        : string.Join(" and ", requirement.Children.Select(scheme => scheme.Name).Order(StringComparer.Ordinal));
}
