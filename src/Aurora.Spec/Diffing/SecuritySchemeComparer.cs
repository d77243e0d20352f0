namespace Aurora.Spec.Diffing;

/// <summary>Compares the security schemes: where a key is sent, or how a token is obtained.</summary>
internal sealed class SecuritySchemeComparer(DiffContext context)
{
    public void Compare()
    {
        var old = context.Old.Root.At("components", "securitySchemes");
        var current = context.Current.Root.At("components", "securitySchemes");
        foreach (var scheme in old?.Children ?? [])
        {
            if (current?[scheme.Name] is { } now)
                CompareScheme(context.Old.Resolve(scheme) ?? scheme, context.Current.Resolve(now) ?? now, Where(scheme));
            else
                context.Report("api-security-component-removed", scheme, null, Where(scheme));
        }

        foreach (var scheme in current?.Children.Where(scheme => old?[scheme.Name] is null) ?? [])
            context.Report("api-security-component-added", null, scheme, Where(scheme));
    }

    private void CompareScheme(SpecNode was, SpecNode now, string where)
    {
        if (was["type"]?.Text != now["type"]?.Text)
        {
            context.Report("api-security-component-type-changed", was["type"], now["type"], where);
            context.Cover(was, now);
            return;
        }

        foreach (var key in (string[])["name", "in", "scheme"])
        {
            // HTTP compares the names of headers and of authentication schemes without regard to case.
            if (!string.Equals(was[key]?.Text, now[key]?.Text, StringComparison.OrdinalIgnoreCase))
                context.Report($"api-security-component-{key}-changed", was[key], now[key], where);
        }

        foreach (var flow in was["flows"]?.Children.Where(flow => now["flows"]?[flow.Name] is not null) ?? [])
            CompareFlow(flow, now["flows"]![flow.Name]!, $"{where} → {flow.Name}");
    }

    private void CompareFlow(SpecNode was, SpecNode now, string where)
    {
        foreach (var (key, rule) in (ReadOnlySpan<(string, string)>)[("authorizationUrl", "oauth-url"), ("tokenUrl", "oauth-token-url")])
        {
            if (was[key]?.Text != now[key]?.Text)
                context.Report($"api-security-component-{rule}-changed", was[key], now[key], where);
        }

        foreach (var scope in was["scopes"]?.Children ?? [])
        {
            var same = now["scopes"]?[scope.Name];
            if (same?.Text != scope.Text)
                context.Report($"api-security-component-oauth-scope-{(same is null ? "removed" : "changed")}", scope, same, $"{where} → {scope.Name}");
        }

        foreach (var scope in now["scopes"]?.Children.Where(scope => was["scopes"]?[scope.Name] is null) ?? [])
            context.Report("api-security-component-oauth-scope-added", null, scope, $"{where} → {scope.Name}");
    }

    private static string Where(SpecNode scheme) => $"security scheme {scheme.Name}";
}
