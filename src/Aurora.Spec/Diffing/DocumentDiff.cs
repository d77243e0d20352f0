using Aurora.Spec.Documents;

namespace Aurora.Spec.Diffing;

/// <summary>Compares two documents: every difference becomes at least one <see cref="Difference"/>.</summary>
internal static class DocumentDiff
{
    /// <param name="old">The document as it was.</param>
    /// <param name="current">The document as it is now.</param>
    /// <param name="today">Decides whether something that is gone was removed before its sunset.</param>
    /// <returns>The worst first, then in the order of the new document.</returns>
    public static IReadOnlyList<Difference> Compare(SpecDocument old, SpecDocument current, DateOnly today)
    {
        var context = new DiffContext(old, current, today);
        var info = new InfoComparer(context);
        info.CompareTitle();
        new SecurityComparer(context).Compare();
        new ServerComparer(context).Compare();
        new PathsComparer(context).Compare();
        new ComponentSchemaComparer(context).Compare();
        RemainderComparer.Compare(context, context.Old.Root, context.Current.Root);
        info.CompareVersion();
        return
        [
            .. context.Found
                .OrderByDescending(difference => difference.Rule.Level)
                .ThenByDescending(difference => difference.Bump)
                .ThenBy(difference => difference.CurrentLine ?? difference.OldLine)
                .ThenBy(difference => difference.Rule.Id, StringComparer.Ordinal),
        ];
    }
}
