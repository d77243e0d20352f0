using Aurora.Spec.Processes;

namespace Aurora.Spec.Tests.Growth;

/// <summary>Checks that the whole solution builds after an update, including the tool, the fake, the tests and the benchmarks.</summary>
[TestFixture]
[Category("Solution")]
[Explicit("Builds the solution for each document: dotnet test tests/Aurora.Spec.Tests --filter TestCategory=Solution")]
public sealed class SolutionTests
{
    private Repository _copy = null!;

    [OneTimeSetUp]
    public void CopyRepository()
    {
        _copy = new Repository(Directory.CreateTempSubdirectory("aurora-solution-").FullName);
        TestRepository.Copy(TestRepository.Files(), _copy.Root);
    }

    [OneTimeTearDown]
    public void Delete() => Directory.Delete(_copy.Root, recursive: true);

    [TestCase("retrieve")]
    [TestCase("create")]
    [TestCase("patch-and-delete")]
    [TestCase("paged")]
    [TestCase("query-parameters")]
    [TestCase("new-status")]
    [TestCase("nullable-choice")]
    [TestCase("int-enum-with-default")]
    [TestCase("dict-of-lists-required")]
    [TestCase("url-with-default")]
    public async Task Solution_builds_after_an_update(string name)
    {
        var update = await ToolRun.InAsync(_copy, "update", Path.Combine(TestRepository.Root, "tests", "Aurora.Spec.Tests", "Growth", "Documents", name + ".yaml"));
        Assert.That(update.Code, Is.EqualTo(ExitCode.Done), update.Error);

        var build = new ChildProcess("dotnet", ["build", "Aurora.Generated.sln", "-nologo", "-v:q", "-nodeReuse:false", "-p:RunAnalyzers=false"], _copy.Root);
        var run = await new ProcessRunner().RunAsync(build, _ => { }, CancellationToken.None);
        Assert.That(run.ExitCode, Is.Zero, run.Output);
    }
}
