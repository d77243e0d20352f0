using Aurora.Spec.Versions;
using NuGet.Versioning;

namespace Aurora.Spec.Diffing;

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
        if (was is null && now is null)
            return;
        var rule = RuleOf(was?.Text ?? "", now?.Text ?? "", context.Found.Any(difference => difference.IsBreaking));
        if (rule is not null)
            context.Report(rule, was, now, Where);
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
