using Aurora.Spec.Processes;
using Aurora.Spec.Versions;

namespace Aurora.Spec.Tests.Releases;

/// <summary>Tests which packages a release reuses from an earlier run.</summary>
[TestFixture]
public sealed class ResumedReleaseTests : ReleaseTests
{
    [Test]
    public async Task Packages_that_an_earlier_run_tested_are_pushed_without_testing_again()
    {
        await SucceedAsync("--dry-run");
        Processes.Children.Clear();

        Assert.That((await SucceedAsync()).Error, Does.Contain("An earlier run built the packages from this commit and tested them."));
        Assert.That((Processes.Commands, Server.Files), Is.EqualTo((Array.Empty<string>(), InOrder)));
    }

    [TestCase("commit")]
    [TestCase("content")]
    [TestCase("native")]
    [TestCase("baseline")]
    [TestCase("tests")]
    public async Task Packages_are_tested_again_if_something_changed(string change)
    {
        if (change == "tests")
            Processes.Answer(".ci/run", () => new ProcessResult(1, "1 failed"));
        await ReleaseAsync("--dry-run");
        Processes.Children.Clear();
        if (change == "commit")
            Processes.Head = "deadbeef";
        if (change == "content")
            TestPackages.Write(Path.Combine(Packages, InOrder[0]), "Aurora.Client", Version, "other content");
        if (change == "baseline")
            AddReleased("Aurora.Testing");

        await ReleaseAsync(change == "native" ? ["--dry-run", "--native"] : ["--dry-run"]);

        Assert.That(Processes.Commands, Does.Contain("pack").And.Contain(".ci/run"));
    }
}
