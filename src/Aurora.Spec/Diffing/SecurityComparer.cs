namespace Aurora.Spec.Diffing;

/// <summary>Compares security requirements. Each requirement is an alternative; the schemes in it must be used together.</summary>
internal sealed class SecurityComparer(DiffContext context)
{
    /// <summary>Compares the requirements of the document, which apply to each operation without requirements.</summary>
    public void CompareGlobal() => Compare(context.Old.Root["security"], context.Current.Root["security"], "api-global-security", "security");

    /// <summary>Compares the requirements of an operation where at least one side declares them.</summary>
    public void Compare(Operation old, Operation current)
    {
        var was = old.Node["security"];
        var now = current.Node["security"];
        if (was is null && now is null)
            return;
        Compare(old.Security, current.Security, "api-security", current.Title, was ?? old.Node, now ?? current.Node);
        context.Cover(was, now);
    }

    private void Compare(SpecNode? old, SpecNode? current, string prefix, string where, SpecNode? oldSite = null, SpecNode? currentSite = null)
    {
        var was = ByText(old);
        var now = ByText(current);
        foreach (var (text, requirement) in was.Where(pair => !now.ContainsKey(pair.Key)))
            context.ReportAt($"{prefix}-removed", oldSite ?? requirement, null, text, "", where);
        foreach (var (text, requirement) in now.Where(pair => !was.ContainsKey(pair.Key)))
            context.ReportAt($"{prefix}-added", null, currentSite ?? requirement, "", text, where);
        foreach (var (text, requirement) in was.Where(pair => now.ContainsKey(pair.Key)))
            CompareScopes(requirement, now[text], prefix, where);
        if (IsTightened(was.Values, now.Values))
            context.ReportAt("security-tightened", oldSite ?? old, currentSite ?? current ?? context.Current.Root, Describe(was), Describe(now), where);
        if (old is not null && current is not null && was.Keys.ToHashSet().SetEquals(now.Keys) && !was.Keys.SequenceEqual(now.Keys))
            context.ReportAt("document-changed", old, current, Describe(was), Describe(now), where);
        context.Cover(old, current);
    }

    // A call that satisfied an old alternative is still accepted if some new alternative needs no other scheme.
    private static bool IsTightened(IEnumerable<SpecNode> old, IEnumerable<SpecNode> current)
    {
        var alternatives = Alternatives(current);
        return Alternatives(old).Any(was => !alternatives.Any(now => now.IsSubsetOf(was)));

        static List<HashSet<string>> Alternatives(IEnumerable<SpecNode> requirements)
        {
            var sets = requirements.Select(requirement => requirement.Children.Select(scheme => scheme.Name).ToHashSet()).ToList();
            return sets.Count > 0 ? sets : [[]];
        }
    }

    private void CompareScopes(SpecNode was, SpecNode now, string prefix, string where)
    {
        foreach (var scheme in was.Children)
        {
            var scopes = now[scheme.Name]!;
            foreach (var scope in scheme.Children.Where(scope => scopes.Children.All(other => other.Text != scope.Text)))
                context.Report($"{prefix}-scope-removed", scope, null, $"{where}, {scheme.Name}");
            foreach (var scope in scopes.Children.Where(scope => scheme.Children.All(other => other.Text != scope.Text)))
                context.Report($"{prefix}-scope-added", null, scope, $"{where}, {scheme.Name}");
        }
    }

    private static Dictionary<string, SpecNode> ByText(SpecNode? requirements) => requirements?.Children.DistinctBy(TextOf).ToDictionary(TextOf) ?? [];

    private static string Describe(Dictionary<string, SpecNode> requirements) => requirements.Count == 0 ? "none" : string.Join(" or ", requirements.Keys);

    private static string TextOf(SpecNode requirement) =>
        requirement.Children.Count == 0 ? "none" : string.Join(" and ", requirement.Children.Select(scheme => scheme.Name).Order(StringComparer.Ordinal));
}
