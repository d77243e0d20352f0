namespace Aurora.Spec.Diffing;

/// <summary>Compares two documents: every difference becomes at least one <see cref="Difference"/>.</summary>
internal static class DocumentDiff
{
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

/// <summary>Compares <c>info</c>: the title, and whether the document's version reflects the other differences.</summary>
internal sealed class InfoComparer(DiffContext context)
{
    private const string Where = "info";

    public void CompareTitle()
    {
        var was = context.Old.Root.At("info", "title");
        var now = context.Current.Root.At("info", "title");
        if (was?.Text != now?.Text)
            context.Report("api-title-changed", was, now, Where);
        context.Cover(context.Old.Root.At("info", "version"), context.Current.Root.At("info", "version"));
    }

    /// <summary>Must run last, because it depends on the other differences.</summary>
    public void CompareVersion()
    {
        var was = context.Old.Root.At("info", "version");
        var now = context.Current.Root.At("info", "version");
        context.Report(RuleOf(was?.Text ?? "", now?.Text ?? "", context.Found.Any(difference => difference.IsBreaking)), was, now, Where);
    }

    private static string? RuleOf(string was, string now, bool isBroken)
    {
        // A date or a bare "v1" follows other rules than semantic versioning.
        if (Parse(was) is not { } old || Parse(now) is not { } current)
            return was == now ? null : "api-version-changed";
        if (was == now)
            return isBroken ? "api-version-not-bumped" : null;
        if (current < old)
            return "api-version-decreased";
        return isBroken && current < SemanticVersionRule.Lowest(old, VersionBump.Major) ? "api-major-version-not-bumped" : "api-version-changed";
    }

    private static NuGetVersion? Parse(string text) =>
        SemanticVersion.TryParse(text.StartsWith('v') ? text[1..] : text, out var version) ? new NuGetVersion(version.Major, version.Minor, version.Patch, version.ReleaseLabels, version.Metadata) : null;
}
