using System.CommandLine;
using Aurora.Spec.Checks;
using Aurora.Spec.Versions;

namespace Aurora.Spec.Commands;

/// <summary><c>baseline</c>: records a release whose packages were not pushed by <c>release</c>.</summary>
internal static class BaselineCommand
{
    public static Command Create(SpecConsole console)
    {
        var command = new Command("baseline", "Record a release that was pushed in another way.");
        command.SetAction(async (_, cancellationToken) =>
        {
            var repository = Repository.Containing(console.WorkingDirectory);
            var version = await new VersionCheck().RunAsync(repository, cancellationToken);
            if (version.Findings.Count > 0)
                throw new SpecException($"This cannot have been released: the version {version.Findings[0].What}. Nothing was written.", version.Findings[0].Fix);
            if (PackageVersion.Of(repository).IsPrerelease)
                throw new SpecException($"{PackageVersion.Of(repository)} is a prerelease, which is not recorded.", "Fix: record the version without the prerelease label when it is released.");
            Baseline.Record(repository);
            console.Error.WriteLine($"Recorded {PackageVersion.Of(repository)} in {Baseline.Folder}. Commit it.");
            return ExitCode.Done;
        });
        return command;
    }
}
