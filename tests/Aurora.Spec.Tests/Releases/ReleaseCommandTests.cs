using System.Text.RegularExpressions;
using Aurora.Spec.Processes;
using Aurora.Spec.Releases;
using Aurora.Spec.Versions;

namespace Aurora.Spec.Tests.Releases;

/// <summary>Tests what a release runs, in which order, and when it refuses to run.</summary>
[TestFixture]
public sealed class ReleaseCommandTests : ReleaseTests
{
    [Test]
    public async Task Release_packs_and_tests_a_clone_and_records_the_version()
    {
        var run = await SucceedAsync();

        var clone = Processes.Children[2].Arguments[^1];
        Assert.That(Processes.Children.Select(child => child.ToString()), Is.EqualTo(new[]
        {
            "git rev-parse --verify HEAD",
            "git status --porcelain --untracked-files=all",
            $"git clone --quiet --no-checkout {Copy.Repository.Root} {clone}",
            "git checkout --quiet --detach c0ffee",
            "dotnet restore Aurora.Generated.sln --locked-mode -nologo",
            $"dotnet pack Aurora.Generated.sln -c Release --no-restore -nologo -p:ContinuousIntegrationBuild=true -o {Packages}",
            "bash .ci/run",
            "git rev-parse --verify HEAD",
            "git status --porcelain --untracked-files=all",
        }));
        Assert.That(Processes.Children.Skip(3).Take(4).Select(child => child.WorkingDirectory), Has.All.EqualTo(clone));
        Assert.That(Directory.Exists(clone), Is.False);
        Assert.That(RecordedVersion, Is.EqualTo(Version));
        Assert.That(run.Error, Does.Contain("git add openapi/released && git commit").And.Contain($"git tag v{Version} c0ffee"));
    }

    [Test]
    public async Task Native_tool_is_compiled_before_the_packages_are_packed()
    {
        await SucceedAsync("--native");

        Assert.That(Processes.Commands, Is.EqualTo(new[] { "restore", "publish", "pack", ".ci/run" }));
        Assert.That(Processes.Children.Single(child => child.Arguments[0] == "pack").Arguments, Does.Contain("-p:NativeTool=true"));
    }

    [Test]
    public async Task Programs_do_not_receive_the_keys()
    {
        await SucceedAsync();

        foreach (var child in Processes.Children)
        {
            Assert.That(child.ToString(), Does.Not.Contain(Key));
            foreach (var variable in new[] { Feed.KeyVariable, Feed.Variable, "AURORA_API_ID", "AURORA_API_KEY" })
                Assert.That(child.Variables, Does.ContainKey(variable).WithValue(null), child.ToString());
            Assert.That(child.Variables, Does.ContainKey("AURORA_PACKAGES").WithValue(Packages));
        }
    }

    [Test]
    public async Task Release_without_a_feed_is_refused()
    {
        Set(Feed.Variable, "");

        AssertRefused(await ReleaseAsync(), "No feed is set.", "--source", "--dry-run");
    }

    [TestCase(" M README.md\n?? src/New.cs\n", "The working tree differs from the commit:\n   M README.md\n  ?? src/New.cs\nFix: commit the files")]
    [TestCase(null, "has no commit")]
    public async Task Working_tree_that_differs_from_the_commit_is_refused(string? status, string message)
    {
        Processes.Status = status ?? "";
        Processes.Head = status is null ? null : "c0ffee";

        AssertRefused(await ReleaseAsync(), message, "Nothing was pushed.");
    }

    [TestCase("1.2.3", "The version is 1.2.3, but 1.2.3 has been released")]
    [TestCase("1.2.3-rc.1", "The version is 1.2.3-rc.1, but 1.2.3 has been released")]
    [TestCase("1.4.0", "src/CHANGELOG.md has no section '## 1.4.0'")]
    public async Task Version_without_an_increment_or_release_notes_is_refused(string version, string message)
    {
        Copy.Version = version;

        AssertRefused(await ReleaseAsync(), message, "Fix: ");
    }

    [Test]
    public async Task Version_that_is_too_low_for_the_changes_is_refused_before_the_tests()
    {
        Copy.Replace("src/Aurora.Client/PublicApi/net10.0.approved.txt", "public class AuroraClient :", "public class AuroraService :");

        AssertRefused(await ReleaseAsync(), "1.2.4 is too low: a breaking change since 1.2.3");
    }

    [Test]
    public async Task Placeholder_of_the_repository_is_refused_before_the_tests()
    {
        SetRepositoryUrl("https://git.example/aurora/aurora-client");

        AssertRefused(await ReleaseAsync(), "RepositoryUrl in src/Directory.Build.props is 'https://git.example/aurora/aurora-client', which is a placeholder");
        Assert.That((await SucceedAsync("--dry-run")).Error, Does.Contain("A release would be refused: RepositoryUrl"));
    }

    [TestCase("http://feed.example/v3/index.json", "does not use https")]
    [TestCase("https://me:hidden@feed.example/v3/index.json", "may be a secret")]
    [TestCase("https://feed.example/v3/index.json?token=hidden", "may be a secret")]
    [TestCase("https://feed.example/nuget", "NuGet v2 feed. A release supports v3 feeds only.")]
    [TestCase("https://", "is not a source in NuGet.Config, an address or an existing folder")]
    [TestCase("no/such/folder", "is not a source in NuGet.Config, an address or an existing folder")]
    public async Task Address_that_is_not_a_feed_is_refused_without_showing_secrets(string address, string message) =>
        Assert.That((await ReleaseAsync("--source", address)).Error, Does.Contain(message).And.Contain("Fix: ").And.Not.Contain("hidden"));

    [Test]
    public async Task Key_that_is_not_a_header_is_refused_without_showing_it()
    {
        Set(Feed.KeyVariable, "first\nsecond");

        var run = await ReleaseAsync();

        AssertRefused(run, Feed.KeyVariable);
        Assert.That(run.Error, Does.Not.Contain("first"));
    }

    [TestCase("restore", new[] { "restore" })]
    [TestCase("pack", new[] { "restore", "pack" })]
    [TestCase(".ci/run", new[] { "restore", "pack", ".ci/run" })]
    public async Task Command_that_fails_ends_the_release_with_its_last_lines(string command, string[] commands)
    {
        Processes.Answer(command, () => new ProcessResult(1, string.Join('\n', Enumerable.Range(1, 100).Select(line => $"line {line}."))));

        var run = await ReleaseAsync();

        AssertFailed(run, ExitCode.Found, "line 100.", $"{command} failed with exit code 1.", ReleaseLog.File, "Nothing was pushed.");
        Assert.That(run.Error, Does.Not.Contain("line 60."));
        Assert.That(Log(), Does.Contain("line 1."));
        Assert.That((Processes.Commands, Server.Files), Is.EqualTo((commands, Array.Empty<string>())));
    }

    [TestCase("Aurora.Testing.1.2.4.snupkg", null, "Aurora.Testing.1.2.4.snupkg was not packed")]
    [TestCase(null, "Aurora.Spec.9.9.9.nupkg", "Aurora.Spec.9.9.9.nupkg is not a file of the release")]
    public async Task Pack_that_writes_other_packages_fails(string? missing, string? additional, string message)
    {
        Processes.Answer("pack", () =>
        {
            if (missing is not null)
                File.Delete(Path.Combine(Packages, missing));
            if (additional is not null)
                File.WriteAllText(Path.Combine(Packages, additional), "");
            return new ProcessResult(0, "");
        });

        AssertFailed(await ReleaseAsync(), ExitCode.Found, message, "Nothing was pushed.");
    }

    [Test]
    public async Task Commit_that_changes_during_the_tests_is_refused()
    {
        Processes.Answer(".ci/run", () =>
        {
            Processes.Head = "deadbeef";
            return new ProcessResult(0, "");
        });

        AssertFailed(await ReleaseAsync(), ExitCode.BadInput, "The packages were built from c0ffee, but another commit is checked out now.");
        Assert.That(Server.Files, Is.Empty);
    }

    [Test]
    public async Task Packages_are_compared_with_those_of_the_last_release()
    {
        AddReleased("Aurora.Client");

        var run = await SucceedAsync();

        Assert.That(Processes.Children.Single(child => child.Arguments[0] == "pack").ToString(), Does.Match($"-p:ReleasedPackages=[^ ]+ -p:ReleasedVersion={Released}$"));
        Assert.That(run.Error, Does.Contain($"The feed does not have Aurora.Testing {Released}, so the new version is not compared with it."));
    }

    [Test]
    public async Task Version_that_allows_breaking_changes_is_not_compared([Values("2.0.0", "2.0.0-beta.1")] string version)
    {
        AddReleased("Aurora.Client");
        Copy.Version = version;

        await SucceedAsync();

        Assert.That(Processes.Children.Single(child => child.Arguments[0] == "pack").ToString(), Does.Not.Contain("Released"));
    }

    [Test]
    public async Task Prereleases_precede_the_version_and_are_not_recorded()
    {
        foreach (var version in new[] { "1.3.0-beta.1", "1.3.0-beta.2" })
        {
            (Copy.Version, Processes.Head) = (version, version);
            Assert.That((await SucceedAsync()).Error, Does.Contain($"git tag v{version}").And.Not.Contain("git add"));
            Assert.That(RecordedVersion, Is.EqualTo(Released));
        }

        (Copy.Version, Processes.Head) = ("1.3.0", "c0ffee");
        await SucceedAsync();

        Assert.That(RecordedVersion, Is.EqualTo("1.3.0"));
        Assert.That(Server.Files.Where(file => file.StartsWith("Aurora.Cli.", StringComparison.Ordinal) && file.EndsWith(".nupkg", StringComparison.Ordinal)),
            Is.EqualTo(new[] { "Aurora.Cli.1.3.0-beta.1.nupkg", "Aurora.Cli.1.3.0-beta.2.nupkg", "Aurora.Cli.1.3.0.nupkg" }));
    }

    [Test]
    public async Task First_release_requires_no_record()
    {
        Directory.Delete(Copy.Repository.PathOf(Baseline.Folder), recursive: true);

        await SucceedAsync();

        Assert.That(RecordedVersion, Is.EqualTo(Version));
    }

    [Test]
    public async Task Dry_run_shows_the_files_and_pushes_nothing([Values] bool hasFeed)
    {
        if (!hasFeed)
            Set(Feed.Variable, "");

        var run = await SucceedAsync("--dry-run");

        Assert.That(Processes.Commands, Is.EqualTo(new[] { "restore", "pack", ".ci/run" }));
        foreach (var file in InOrder.Select(file => Path.Combine(Packages, file)))
            Assert.That(run.Output, Does.Match($"(?m)^{Regex.Escape(Path.GetFileName(file))} +{new FileInfo(file).Length}  {PackedPackage.Sha256(file)}  no$"));
        Assert.That((Server.Files, Server.Probes, RecordedVersion), Is.EqualTo((Array.Empty<string>(), 0, Released)));
    }

    [Test]
    public async Task Interrupted_tests_push_nothing()
    {
        using var interrupted = new CancellationTokenSource();
        Processes.Answer(".ci/run", () =>
        {
            interrupted.Cancel();
            return new ProcessResult(1, "");
        });

        AssertFailed(await ReleaseAsync(interrupted.Token), ExitCode.Interrupted, "Interrupted. Nothing was pushed. Run the release again to continue.");
    }

    [Test]
    public async Task Record_that_cannot_be_written_is_reported_with_the_packages_on_the_feed()
    {
        Processes.Answer(".ci/run", () =>
        {
            File.Delete(Copy.Repository.PathOf($"{Baseline.Folder}/aurora.yaml"));
            Directory.CreateDirectory(Copy.Repository.PathOf($"{Baseline.Folder}/aurora.yaml"));
            return new ProcessResult(0, "");
        });

        AssertFailed(await ReleaseAsync(), ExitCode.Found, "On the feed: Aurora.Client 1.2.4, Aurora.Testing 1.2.4, Aurora.Cli 1.2.4.");
    }

    [Test]
    public async Task Unexpected_exception_is_reported_without_the_key()
    {
        Processes.Answer("restore", () => throw new InvalidOperationException($"No {Key} here."));

        AssertFailed(await ReleaseAsync(), ExitCode.Found, "The release failed: No *** here.", "Nothing was pushed.");
        Assert.That(Log(), Does.Contain("InvalidOperationException: No *** here."));
    }

    [Test]
    public async Task Second_release_at_the_same_time_is_refused()
    {
        using var log = new ReleaseLog(Copy.Repository, new Secrets(key: null, login: null));

        Assert.That((await ReleaseWithoutLogAsync()).Error, Does.Contain("if another release is running, wait until it ends"));
    }

    [Test]
    public async Task Help_explains_the_variables_and_options() => Assert.That(
        (await ReleaseAsync("--help")).Output,
        Does.Contain(Feed.Variable).And.Contain(Feed.KeyVariable).And.Contain("--dry-run").And.Contain("--no-symbols").And.Contain("--native").And.Contain("--source"));

    // The log of the first release is locked.
    private Task<ToolRun> ReleaseWithoutLogAsync() => ToolRun.InAsync(Copy.Repository, "release", "--source", Server.Index);
}
