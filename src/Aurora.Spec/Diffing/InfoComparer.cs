using Aurora.Spec.CSharp;
using NuGet.Versioning;

namespace Aurora.Spec.Diffing;

/// <summary><c>info</c>: above all, whether the document's own version tells of what changed.</summary>
internal sealed class InfoComparer(DiffContext context)
{
    private const string Where = "info";

    private static readonly CSharpEffect Effect = CSharpEffect.Touches("`AuroraClient.Specification`");

    public void CompareTitle()
    {
        var was = context.Old.Root.At("info", "title");
        var now = context.Current.Root.At("info", "title");
        if (was?.Text != now?.Text)
            context.Report("api-title-changed", was, now, Where, Effect);
        context.Cover(context.Old.Root.At("info", "version"), context.Current.Root.At("info", "version"));
    }

    /// <summary>Comes last: whether the version says enough depends on all that was found.</summary>
    public void CompareVersion()
    {
        var was = context.Old.Root.At("info", "version");
        var now = context.Current.Root.At("info", "version");
        var isBroken = context.Found.Any(difference => difference.Rule.Level == Level.Err);
        if (was?.Text == now?.Text)
        {
            if (isBroken)
                context.Report("api-version-not-bumped", was, now, Where, CSharpEffect.None);
            return;
        }

        if (!SemanticVersion.TryParse(was?.Text ?? "", out var old) || !SemanticVersion.TryParse(now?.Text ?? "", out var current))
            context.Report("api-version-changed", was, now, Where, Effect);
        else if (current < old)
            context.Report("api-version-decreased", was, now, Where, Effect);
        else if (isBroken && current.Major == old.Major)
            context.Report("api-major-version-not-bumped", was, now, Where, Effect);
        else
            context.Report("api-version-changed", was, now, Where, Effect);
    }
}
