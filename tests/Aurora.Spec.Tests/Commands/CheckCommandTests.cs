using Aurora.Spec.Changelogs;
using Aurora.Spec.PublicApi;
using Aurora.Spec.Versions;

namespace Aurora.Spec.Tests.Commands;

[TestFixture]
public sealed class CheckCommandTests : RepositoryCopyTests
{
    [Test]
    public async Task Check_without_findings_prints_one_line_per_check_and_succeeds()
    {
        var run = await ToolRun.InAsync(Copy.Repository, "check");

        Assert.That(run.Code, Is.Zero, run.Output);
        Assert.That(run.Output.ReplaceLineEndings("\n"), Does.Match("^ok     generated code\nok     constants\nok     public API\nok     changelog\nok     version: .*\n$"));
    }

    [Test]
    public async Task Check_prints_every_finding_with_its_fix_and_exits_with_1()
    {
        Copy.Replace("openapi/aurora.yaml", "Duration of the video in seconds", "How long it plays");
        File.Delete(Copy.Repository.PathOf(ChangelogEntry.File));

        var run = await ToolRun.InAsync(Copy.Repository, "check");

        Assert.That(run.Code, Is.EqualTo(1));
        Assert.That(run.Output.ReplaceLineEndings("\n"), Does.StartWith(
            "wrong  generated code: src/Aurora.Client/Generated/Models.g.cs differs from what NSwag generates from openapi/ and nswag.json\n" +
            "       Fix: dotnet build -t:Generate src/Aurora.Client\nok     constants\nok     public API\n" +
            "wrong  changelog: openapi/CHANGELOG.md is missing.\n       Fix: To restore it, run: git checkout openapi/CHANGELOG.md\n"));
        Assert.That(run.Error, Is.Empty);
    }

    [Test]
    public async Task Baseline_records_the_repository_for_the_next_check()
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
    public async Task Check_outside_the_repository_is_bad_input()
    {
        var run = await ToolRun.InAsync(new Repository(Path.GetTempPath()), "check");

        Assert.That(run.Code, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain("is not in the repository"));
    }
}
