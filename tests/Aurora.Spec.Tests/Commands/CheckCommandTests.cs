using Aurora.Spec.Changelogs;
using Aurora.Spec.PublicApi;
using Aurora.Spec.Versions;

namespace Aurora.Spec.Tests.Commands;

[TestFixture]
public sealed class CheckCommandTests : RepositoryCopyTests
{
    [Test]
    public async Task Check_says_a_line_each_and_ends_well()
    {
        var run = await ToolRun.InAsync(Copy.Repository, "check");

        Assert.That(run.Code, Is.Zero, run.Output);
        Assert.That(run.Output.ReplaceLineEndings("\n"), Does.Match("^ok     generated code\nok     constants\nok     public API\nok     changelog\nok     version: .*\n$"));
    }

    [Test]
    public async Task Check_tells_every_finding_with_its_command_and_exits_with_1()
    {
        Copy.Replace("openapi/aurora.yaml", "Duration of the video in seconds", "How long it plays");
        File.Delete(Copy.Repository.PathOf(ChangelogEntry.File));

        var run = await ToolRun.InAsync(Copy.Repository, "check");

        Assert.That(run.Code, Is.EqualTo(1));
        Assert.That(run.Output.ReplaceLineEndings("\n"), Does.StartWith(
            "wrong  generated code: src/Aurora.Client/Generated/Models.g.cs is not what openapi/ and nswag.json make it\n" +
            "       Mend it: dotnet build -t:Generate src/Aurora.Client\nok     constants\nok     public API\n" +
            "wrong  changelog: openapi/CHANGELOG.md is missing.\n       Mend it: git checkout openapi/CHANGELOG.md\n"));
        Assert.That(run.Error, Is.Empty);
    }

    [Test]
    public async Task Baseline_records_what_is_committed_and_the_next_check_measures_against_it()
    {
        var recorded = await ToolRun.InAsync(Copy.Repository, "baseline");

        Assert.That(recorded.Code, Is.Zero, recorded.Error);
        Assert.That(Directory.EnumerateFiles(Copy.Repository.PathOf(Baseline.Folder)).Select(Path.GetFileName), Is.EquivalentTo(
            ApiSnapshot.All.Select(snapshot => $"{snapshot.Package}.{snapshot.Framework}.txt").Append("version.txt").Append("aurora.yaml")));
        Assert.That(Copy.Repository.Read($"{Baseline.Folder}/aurora.yaml"), Is.EqualTo(Copy.Repository.Read("openapi/aurora.yaml")));

        Copy.Replace("src/Aurora.Client/PublicApi/net10.0.approved.txt", "MaxIds = 100", "MaxIds = 50");
        var refused = await ToolRun.InAsync(Copy.Repository, "baseline");

        Assert.That(refused.Code, Is.EqualTo(2));
        Assert.That(refused.Error, Does.Contain("a breaking change").And.Contain("Nothing was written"));
        Assert.That(Copy[$"{Baseline.Folder}/Aurora.Client.net10.0.txt"], Does.Contain("MaxIds = 100"));
    }

    [Test]
    public async Task Outside_the_repository_is_bad_input()
    {
        var run = await ToolRun.InAsync(new Repository(Path.GetTempPath()), "check");

        Assert.That(run.Code, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain("is not in the repository"));
    }
}
