using Aurora.Spec.Releases.Steps;
using Aurora.Spec.Terminals;

namespace Aurora.Spec.Releases;

/// <summary>The steps of a release, the cheap refusals first. Nothing is pushed before the last but one.</summary>
internal static class ReleaseSteps
{
    private const string Solution = "Aurora.Generated.sln";
    private const string Reproducible = "-p:ContinuousIntegrationBuild=true";

    // The tool of the release's own build: it reads the public API of the packages in its own configuration.
    private const string Tool = "src/Aurora.Spec/bin/Release/net10.0/aurora-spec.dll";

    // Where the project of the tool's package looks for it.
    private static readonly DotnetStep NativeTool = new(
        "Compiling the tool to native code", ["publish", "src/Aurora.Cli.Native", "-nologo", Reproducible, "-o", "artifacts/native"]);

    public static IReadOnlyList<IReleaseStep> Of(bool hasFeed, bool hasNativeTool, bool isDryRun, SpecConsole console) =>
    [
        new CommitStep(),
        new VersionStep(),
        .. hasFeed ? [new FeedStep()] : Array.Empty<IReleaseStep>(),
        new CloneStep(),
        new DotnetStep("Restoring, as the lock files say", ["restore", Solution, "--locked-mode", "-nologo"]),
        new DotnetStep("Building", ["build", Solution, "-c", "Release", "--no-restore", "-nologo", Reproducible]),
        new DotnetStep("Checking that what is committed is true", [Tool, "check"]) { ShowsAll = true },
        .. hasFeed ? [new ReleasedStep()] : Array.Empty<IReleaseStep>(),
        .. hasNativeTool ? [NativeTool] : Array.Empty<IReleaseStep>(),
        new PackStep(["pack", Solution, "-c", "Release", "--no-build", "-nologo", Reproducible, .. hasNativeTool ? ["-p:NativeTool=true"] : Array.Empty<string>()]),
        .. hasFeed ? [new CompareStep()] : Array.Empty<IReleaseStep>(),
        new DotnetStep(
            "Testing, the packages too, which takes some minutes",
            ["test", Solution, "-c", "Release", "--no-build", "-nologo", "--blame-hang-timeout", "10m", "--blame-hang-dump-type", "none"]) { SeesPackages = true },
        new SameCommitStep(),
        .. isDryRun ? [new ShowStep(console)] : new IReleaseStep[] { new PushStep(), new RecordStep(console) },
    ];
}
