using Aurora.Spec.Processes;

namespace Aurora.Spec.Releases.Steps;

/// <summary>Runs <c>dotnet</c> in the clone, which has to succeed.</summary>
internal sealed class DotnetStep(string title, IReadOnlyList<string> arguments) : IReleaseStep
{
    public string Title => title;

    /// <summary>Whether a failure is shown whole, rather than by its last lines.</summary>
    public bool ShowsAll { get; init; }

    /// <summary>Whether it is told where the packages of the release are.</summary>
    public bool SeesPackages { get; init; }

    public async Task RunAsync(Release release, CancellationToken cancellationToken)
    {
        var child = new ChildProcess("dotnet", arguments, release.Source)
        {
            Variables = SeesPackages ? ReleaseEnvironment.WithPackages(release.Repository) : ReleaseEnvironment.WithoutSecrets,
        };
        var result = await release.Processes.RunAsync(child, release.Log.Add, cancellationToken);
        if (result.ExitCode == 0)
            return;
        throw new ReleaseException(
        [
            .. ShowsAll ? [result.Output.TrimEnd()] : release.Log.Tail,
            $"{child} ended with exit code {result.ExitCode}. Nothing was pushed. All that it said: {ReleaseLog.File}",
        ]);
    }
}
