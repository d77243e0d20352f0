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
    public async Task CloneAsync()
    {
        _copy = new Repository(Directory.CreateTempSubdirectory("aurora-solution-").FullName);
        // Uncommitted changes are tested too.
        var files = await RunAsync(TestRepository.Root, "git", "ls-files", "--cached", "--others", "--exclude-standard");
        foreach (var file in files.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(file => File.Exists(Path.Combine(TestRepository.Root, file))))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_copy.PathOf(file))!);
            File.Copy(Path.Combine(TestRepository.Root, file), _copy.PathOf(file));
        }
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

        await RunAsync(_copy.Root, "dotnet", "build", "Aurora.Generated.sln", "-nologo", "-v:q", "-nodeReuse:false", "-p:RunAnalyzers=false");
    }

    private static async Task<string> RunAsync(string folder, string program, params string[] arguments)
    {
        var run = await new ProcessRunner().RunAsync(new ChildProcess(program, arguments, folder), _ => { }, CancellationToken.None);
        Assert.That(run.ExitCode, Is.Zero, run.Output);
        return run.Output;
    }
}
