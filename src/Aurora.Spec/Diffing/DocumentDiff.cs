using Aurora.Spec.Documents;

namespace Aurora.Spec.Diffing;

/// <summary>Compares two documents: every difference becomes at least one <see cref="Difference"/>.</summary>
internal static class DocumentDiff
{
    /// <param name="old">The old document.</param>
    /// <param name="current">The new document.</param>
    /// <param name="today">The date that sunset dates are compared with.</param>
    /// <returns>The differences, the most severe first, then in the order of the new document.</returns>
    public static IReadOnlyList<Difference> Compare(SpecDocument old, SpecDocument current, DateOnly today)
    {
        var context = new DiffContext(old, current, today);
        var info = new InfoComparer(context);
        info.CompareTitle();
        new SecuritySchemeComparer(context).Compare();
        new ServerComparer(context).Compare();
        new PathsComparer(context).Compare();
        new SecurityComparer(context).CompareGlobal();
        new ComponentSchemaComparer(context).Compare();
        RemainderComparer.Compare(context, context.Old.Root, context.Current.Root);
        info.CompareVersion();
        return
        [
            .. context.Found
                .OrderByDescending(difference => difference.Rule.Level)
                .ThenBy(difference => difference.CurrentLine ?? difference.OldLine)
                .ThenBy(difference => difference.Rule.Id, StringComparer.Ordinal),
        ];
    }
}
