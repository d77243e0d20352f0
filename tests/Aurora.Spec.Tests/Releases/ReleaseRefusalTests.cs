using Aurora.Spec.Processes;
using Aurora.Spec.Releases;
using Aurora.Spec.Releases.Feeds;

namespace Aurora.Spec.Tests.Releases;

/// <summary>What a release refuses, with the way out, and nothing pushed.</summary>
[TestFixture]
public sealed class ReleaseRefusalTests : FolderFeedTests
{
    [Test]
    public async Task Tree_that_is_not_committed_is_refused_with_its_files_before_anything_runs()
    {
        Processes.Status = " M README.md\n?? src/New.cs\n";

        var run = await ReleaseAsync();

        AssertRefused(run, "The working tree is not what is committed:\n   M README.md\n  ?? src/New.cs\n", "git stash");
        Assert.That(Processes.Commands, Is.Empty);
    }

    [Test]
    public async Task Record_of_the_last_release_that_is_not_committed_is_refused_with_what_it_is()
    {
        Processes.Status = " M openapi/released/version.txt\n M openapi/released/aurora.yaml\n";

        AssertRefused(await ReleaseAsync(), "Commit openapi/released: it records the last release.");
    }

    [Test]
    public async Task Repository_without_a_commit_is_refused()
    {
        Processes.Head = null;

        AssertRefused(await ReleaseAsync(), "has no commit that could be released");
    }

    [TestCase(Released, "The version is unchanged: 1.2.3 has been released")]
    [TestCase("1.2.2", "The version is 1.2.2, and 1.2.3 has been released")]
    public async Task Version_that_is_not_higher_is_refused_with_what_to_write(string version, string message)
    {
        Copy.Version = version;

        AssertRefused(await ReleaseAsync(), message, "Write <VersionPrefix>1.2.4</VersionPrefix> or a higher one in Directory.Build.props");
        Assert.That(Processes.Commands, Is.Empty);
    }

    [TestCase("http://feed.example/v3/index.json", "packages are pushed over https:// alone")]
    [TestCase("ftp://feed.example/", "packages are pushed over https:// alone")]
    [TestCase("file:///feed", "Give the folder itself, without file://.")]
    [TestCase("https://me:hidden@feed.example/v3/index.json", "may be a secret")]
    [TestCase("https://feed.example/v3/index.json?token=hidden", "may be a secret")]
    [TestCase("https://", "is not an address")]
    [TestCase("no/such/folder", "there is no folder")]
    public async Task Feed_that_is_none_is_refused_and_no_secret_in_it_is_shown(string address, string message)
    {
        Set(FeedAddress.Variable, address);

        var run = await ReleaseAsync("--dry-run");

        Assert.That((run.Code, Processes.Children), Is.EqualTo((ExitCode.BadInput, Array.Empty<ChildProcess>())));
        Assert.That(run.Error, Does.Contain(message).And.Contain(FeedAddress.Variable).And.Not.Contain("hidden"));
    }

    [Test]
    public async Task Key_that_no_header_can_carry_is_refused_and_not_shown()
    {
        Set(FeedKey.Variable, "first\nsecond");

        var run = await ReleaseAsync();

        Assert.That(run.Code, Is.EqualTo(ExitCode.BadInput));
        Assert.That(run.Error, Does.Contain(FeedKey.Variable).And.Not.Contain("first"));
    }

    [Test]
    public async Task Package_that_was_not_packed_ends_the_release()
    {
        Processes.Answer("pack", () =>
        {
            TestPackages.Pack(Packages, Version);
            File.Delete(Path.Combine(Packages, $"Aurora.Testing.{Version}.snupkg"));
            return new ProcessResult(0, "");
        });

        var run = await ReleaseAsync();

        Assert.That((run.Code, run.Error), Is.EqualTo((ExitCode.Found, run.Error)));
        Assert.That(run.Error, Does.Contain($"Aurora.Testing.{Version}.snupkg was not packed").And.Contain("Nothing was pushed"));
        AssertNothingWasPushed();
    }

    [Test]
    public async Task Package_that_is_no_part_of_the_release_ends_it_but_one_of_an_earlier_pack_is_gone()
    {
        Directory.CreateDirectory(Packages);
        File.WriteAllText(Path.Combine(Packages, "earlier.nupkg"), "");
        Processes.Answer("pack", () =>
        {
            TestPackages.Pack(Packages, Version);
            TestPackages.Write(Path.Combine(Packages, "Aurora.Spec.9.9.9.nupkg"), "Aurora.Spec", "9.9.9", "");
            return new ProcessResult(0, "");
        });

        var run = await ReleaseAsync();

        Assert.That(run.Code, Is.EqualTo(ExitCode.Found));
        Assert.That(run.Error, Does.Contain("Aurora.Spec.9.9.9.nupkg was packed, and is no part of the release").And.Not.Contain("earlier"));
        AssertNothingWasPushed();
    }

    [Test]
    public async Task Package_with_another_identity_than_its_name_ends_the_release()
    {
        Processes.Answer("pack", () =>
        {
            TestPackages.Pack(Packages, Version);
            TestPackages.Write(Path.Combine(Packages, $"Aurora.Cli.{Version}.nupkg"), "Aurora.Cli", "1.0.0", "");
            return new ProcessResult(0, "");
        });

        Assert.That((await ReleaseAsync()).Error, Does.Contain($"Aurora.Cli.{Version}.nupkg says that it is Aurora.Cli 1.0.0"));
        AssertNothingWasPushed();
    }

    [Test]
    public async Task File_that_the_tests_have_changed_is_refused()
    {
        Processes.Answer("test", () =>
        {
            Processes.Status = " M src/Aurora.Client/Generated/Models.g.cs\n";
            return new ProcessResult(0, "");
        });

        AssertRefused(await ReleaseAsync(), "Models.g.cs");
    }

    [Test]
    public async Task Commit_that_was_checked_out_meanwhile_is_refused()
    {
        Processes.Answer("test", () =>
        {
            Processes.Head = "deadbeef";
            return new ProcessResult(0, "");
        });

        AssertRefused(await ReleaseAsync(), "built from c0ffee, and deadbeef is checked out now");
    }
}
