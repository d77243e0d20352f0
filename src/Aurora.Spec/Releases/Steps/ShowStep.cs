using Aurora.Spec.Releases.Feeds;
using Aurora.Spec.Terminals;

namespace Aurora.Spec.Releases.Steps;

/// <summary>What a dry run does instead of a push.</summary>
internal sealed class ShowStep(SpecConsole console) : IReleaseStep
{
    public string Title => "What would be pushed";

    public Task RunAsync(Release release, CancellationToken cancellationToken)
    {
        var plan = release.Feed is null ? release.Packages.Select(package => new PlannedPush(package, IsThere: false)) : release.Plan;
        PushTable.Write([.. plan], console);
        console.Error.WriteLine(release.Feed is null
            ? $"Nothing was pushed. {FeedAddress.Variable} would say where to."
            : $"Nothing was pushed to {release.Feed.Name}.");
        return Task.CompletedTask;
    }
}
