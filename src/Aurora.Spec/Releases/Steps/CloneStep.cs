using Aurora.Spec.Processes;

namespace Aurora.Spec.Releases.Steps;

/// <summary>Checks the commit out where nothing has been built. What git ignores in the working copy may be of another time.</summary>
internal sealed class CloneStep : IReleaseStep
{
    public string Title => "Cloning the commit to a folder of its own";

    public async Task RunAsync(Release release, CancellationToken cancellationToken)
    {
        await GitAsync(release, release.Repository.Root, ["clone", "--quiet", "--no-checkout", release.Repository.Root, release.Source], cancellationToken);
        await GitAsync(release, release.Source, ["checkout", "--quiet", "--detach", release.Commit!.Id], cancellationToken);
    }

    private static async Task GitAsync(Release release, string folder, string[] arguments, CancellationToken cancellationToken)
    {
        var child = new ChildProcess("git", arguments, folder) { Variables = ReleaseEnvironment.WithoutSecrets };
        var result = await release.Processes.RunAsync(child, release.Log.Add, cancellationToken);
        if (result.ExitCode != 0)
            throw new ReleaseException([.. release.Log.Tail, $"{child} ended with exit code {result.ExitCode}. Nothing was pushed."]);
    }
}
