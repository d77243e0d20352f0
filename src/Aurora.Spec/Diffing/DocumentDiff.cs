using Aurora.Spec.Versions;

namespace Aurora.Spec.Diffing;

/// <summary>Compares two documents: every difference becomes at least one <see cref="Difference"/>.</summary>
internal static class DocumentDiff
{
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

/// <summary>One difference between two documents.</summary>
/// <param name="Old">The node in the old document, or null for something new.</param>
/// <param name="Current">The node in the new document, or null for something that was removed.</param>
/// <param name="OldText">The old value, shortened.</param>
/// <param name="CurrentText">The new value, shortened.</param>
/// <param name="Where">The place in a request or a response: <c>GET /api/aurora/ → 200 → [] → status</c>.</param>
internal sealed record Difference(Rule Rule, SpecNode? Old, SpecNode? Current, string OldText, string CurrentText, string Where)
{
    public string Pointer => (Current ?? Old)!.Pointer;

    public int? OldLine => Old?.Line;

    public int? CurrentLine => Current?.Line;

    /// <summary>The version bump that the difference requires because of what is sent and received; every difference requires a patch.</summary>
    public VersionBump Bump => Rule.Level switch { Level.Err => VersionBump.Major, Level.Warn => VersionBump.Minor, _ => VersionBump.Patch };

    public bool IsBreaking => Rule.Level == Level.Err;
}
