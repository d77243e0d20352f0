using System.Text.RegularExpressions;
using Aurora.Spec.Processes;
using Aurora.Spec.Releases;
using Aurora.Spec.Releases.Feeds;

namespace Aurora.Spec.Tests.Releases;

[TestFixture]
public sealed class ReleaseCommandTests : FolderFeedTests
{
    [Test]
    public async Task Release_takes_its_steps_in_order_and_ends_with_the_packages_on_the_feed_and_in_the_record()
    {
        var run = await ReleaseAsync();

        Assert.That(run.Code, Is.Zero, run.Error);
        var clone = Processes.Children[2].Arguments[^1];
        Assert.That(Processes.Children.Select(child => child.ToString()), Is.EqualTo(new[]
        {
            "git rev-parse --verify HEAD",
            "git status --porcelain --untracked-files=all",
            $"git clone --quiet --no-checkout {Copy.Repository.Root} {clone}",
            "git checkout --quiet --detach c0ffee",
            "dotnet restore Aurora.Generated.sln --locked-mode -nologo",
            "dotnet build Aurora.Generated.sln -c Release --no-restore -nologo -p:ContinuousIntegrationBuild=true",
            "dotnet src/Aurora.Spec/bin/Release/net10.0/aurora-spec.dll check",
            $"dotnet pack Aurora.Generated.sln -c Release --no-build -nologo -p:ContinuousIntegrationBuild=true -o {Packages} " +
                $"-p:ReleasedPackages={Path.Combine(Path.GetDirectoryName(clone)!, "released")} -p:ReleasedVersion={Released}",
            "dotnet test Aurora.Generated.sln -c Release --no-build -nologo --blame-hang-timeout 10m --blame-hang-dump-type none",
            "git rev-parse --verify HEAD",
            "git status --porcelain --untracked-files=all",
        }));
        Assert.That(Processes.Children.Skip(3).Take(6).Select(child => child.WorkingDirectory), Has.All.EqualTo(clone));
        Assert.That(Directory.Exists(Path.GetDirectoryName(clone)), Is.False);
        Assert.That(Regex.Matches(run.Error, "^\\[[0-9]+/14\\]", RegexOptions.Multiline), Has.Exactly(14).Items);
        Assert.That(FeedFiles(), Is.EqualTo(AllFiles));
        Assert.That(RecordedVersion, Is.EqualTo(Version));
        Assert.That(run.Error, Does.Contain("Released: ").And.Contain("git add openapi/released && git commit").And.Contain($"git tag v{Version} c0ffee"));
    }

    [Test]
    public async Task Native_tool_is_compiled_before_the_packing_which_takes_it_in()
    {
        var run = await ReleaseAsync("--native");

        Assert.That(run.Code, Is.Zero, run.Error);
        Assert.That(Processes.Commands, Is.EqualTo(new[] { "restore", "build", "check", "publish", "pack", "test" }));
        var compile = Processes.Children.Single(child => child.Arguments[0] == "publish");
        Assert.That(compile.ToString(), Is.EqualTo("dotnet publish src/Aurora.Cli.Native -nologo -p:ContinuousIntegrationBuild=true -o artifacts/native"));
        Assert.That(compile.WorkingDirectory, Is.EqualTo(Processes.Children.Single(child => child.Arguments[0] == "pack").WorkingDirectory));
        Assert.That(Processes.Children.Single(child => child.Arguments[0] == "pack").Arguments, Does.Contain("-p:NativeTool=true"));
    }

    [Test]
    public async Task Programs_get_no_key_and_the_tests_get_the_packages()
    {
        Set(FeedKey.Variable, Key);

        await ReleaseAsync();

        foreach (var child in Processes.Children)
        {
            Assert.That(child.ToString(), Does.Not.Contain(Key));
            foreach (var variable in new[] { FeedKey.Variable, FeedAddress.Variable, "AURORA_API_ID", "AURORA_API_KEY" })
                Assert.That(child.Variables, Does.ContainKey(variable).WithValue(null), child.ToString());
        }

        Assert.That(Processes.Children.Single(child => child.Arguments[0] == "test").Variables, Does.ContainKey("AURORA_PACKAGES").WithValue(Packages));
    }

    [TestCase("restore", new[] { "restore" })]
    [TestCase("build", new[] { "restore", "build" })]
    [TestCase("check", new[] { "restore", "build", "check" })]
    [TestCase("pack", new[] { "restore", "build", "check", "pack" })]
    [TestCase("test", new[] { "restore", "build", "check", "pack", "test" })]
    public async Task Command_that_fails_ends_the_release_with_its_last_lines(string command, string[] commands)
    {
        Processes.Answer(command, () => new ProcessResult(1, string.Join('\n', Enumerable.Range(1, 100).Select(line => $"line {line}."))));

        var run = await ReleaseAsync();

        Assert.That(run.Code, Is.EqualTo(ExitCode.Found));
        Assert.That(run.Error, Does.Contain("line 100.").And.Contain("ended with exit code 1. Nothing was pushed.").And.Contain(ReleaseLog.File));
        // What check finds is shown whole.
        Assert.That(run.Error.Contains("line 60.", StringComparison.Ordinal), Is.EqualTo(command == "check"));
        Assert.That(Log(), Does.Contain("line 1."));
        Assert.That(Processes.Commands, Is.EqualTo(commands));
        AssertNothingWasPushed();
    }

    [TestCase("clone")]
    [TestCase("checkout")]
    public async Task Commit_that_cannot_be_cloned_ends_the_release(string command)
    {
        Processes.Answer(command, () => new ProcessResult(128, "fatal: no space left"));

        var run = await ReleaseAsync();

        Assert.That(run.Code, Is.EqualTo(ExitCode.Found));
        Assert.That(run.Error, Does.Contain("fatal: no space left").And.Contain("ended with exit code 128. Nothing was pushed."));
        Assert.That(Processes.Commands, Is.Empty);
        AssertNothingWasPushed();
    }

    [Test]
    public async Task Released_packages_are_fetched_for_the_new_ones_to_be_compared_with()
    {
        TestPackages.Write(Path.Combine(Feed, $"Aurora.Client.{Released}.nupkg"), "Aurora.Client", Released, "released");
        var fetched = Array.Empty<string>();
        Processes.Answer("pack", () =>
        {
            var folder = Processes.Children[^1].Arguments.Single(argument => argument.StartsWith("-p:ReleasedPackages=", StringComparison.Ordinal)).Split('=')[1];
            fetched = [.. Directory.EnumerateFiles(folder).Where(file => File.ReadAllBytes(file).SequenceEqual(File.ReadAllBytes(Path.Combine(Feed, Path.GetFileName(file))))).Select(file => Path.GetFileName(file))];
            TestPackages.Pack(Packages, Version);
            return new ProcessResult(0, "");
        });

        var run = await ReleaseAsync();

        Assert.That(run.Code, Is.Zero, run.Error);
        Assert.That(fetched, Is.EqualTo(new[] { $"Aurora.Client.{Released}.nupkg" }));
        Assert.That(run.Error, Does.Contain($"has no Aurora.Testing {Released}: not compared."));
    }

    [Test]
    public async Task Version_that_may_break_callers_is_not_compared_with_the_released_one()
    {
        Copy.Version = "2.0.0";
        Processes.Answer("pack", () =>
        {
            TestPackages.Pack(Packages, "2.0.0");
            return new ProcessResult(0, "");
        });

        var run = await ReleaseAsync();

        Assert.That(run.Code, Is.Zero, run.Error);
        Assert.That(run.Error, Does.Contain($"2.0.0 may break callers of {Released}: not compared."));
        Assert.That(Processes.Children.Single(child => child.Arguments[0] == "pack").ToString(), Does.Not.Contain("Released"));
    }

    [Test]
    public async Task First_release_of_all_needs_no_record()
    {
        Directory.Delete(Copy.Repository.PathOf(Baseline.Folder), recursive: true);

        Assert.That((await ReleaseAsync()).Code, Is.Zero);
        Assert.That(RecordedVersion, Is.EqualTo(Version));
    }

    [TestCase(null, "AURORA_FEED is not set.")]
    [TestCase("https://feed.example/v3/index.json", "AURORA_FEED_KEY is not set.")]
    [TestCase("https://feed.example/v3/index.json", "--dry-run says so.", "--dry-run")]
    public async Task Dry_run_says_why_it_is_one(string? feed, string reason, params string[] options)
    {
        Set(FeedAddress.Variable, feed ?? "");
        // Before a feed that does not exist is asked.
        Processes.Status = "?? new\n";

        Assert.That((await ReleaseAsync(options)).Error, Does.Contain($"Dry run, nothing will be pushed: {reason}"));
    }

    [Test]
    public async Task Dry_run_does_all_but_the_push_and_shows_what_it_would_push()
    {
        var run = await ReleaseAsync("--dry-run");

        Assert.That(run.Code, Is.Zero, run.Error);
        Assert.That(Processes.Commands, Is.EqualTo(new[] { "restore", "build", "check", "pack", "test" }));
        foreach (var file in AllFiles)
        {
            var packed = Path.Combine(Packages, file);
            Assert.That(run.Output, Does.Match($"(?m)^{Regex.Escape(file)} +{Regex.Escape(Version)} +{new FileInfo(packed).Length} +{PackedPackage.Sha256(packed)}  no$"));
        }

        AssertNothingWasPushed();
    }

    [Test]
    public async Task Interrupted_release_has_pushed_nothing_and_says_so()
    {
        using var interrupted = new CancellationTokenSource();
        Processes.Answer("test", () =>
        {
            interrupted.Cancel();
            return new ProcessResult(1, "");
        });

        var run = await ReleaseAsync(interrupted.Token);

        Assert.That(run.Code, Is.EqualTo(ExitCode.Interrupted));
        Assert.That(run.Error, Does.Contain("Interrupted. Nothing was pushed. Run it again"));
        AssertNothingWasPushed();
    }

    [Test]
    public async Task Record_that_cannot_be_written_is_told_as_all_that_is_missing()
    {
        Processes.Answer("test", () =>
        {
            File.Delete(Copy.Repository.PathOf($"{Baseline.Folder}/aurora.yaml"));
            Directory.CreateDirectory(Copy.Repository.PathOf($"{Baseline.Folder}/aurora.yaml"));
            return new ProcessResult(0, "");
        });

        var run = await ReleaseAsync();

        Assert.That(run.Code, Is.EqualTo(ExitCode.Found));
        Assert.That(run.Error, Does.Contain("On the feed are: Aurora.Client 1.2.4, Aurora.Testing 1.2.4, Aurora.Cli 1.2.4. Only the record is missing").And.Contain("-- baseline"));
        Assert.That((FeedFiles(), RecordedVersion), Is.EqualTo((AllFiles, Released)));
    }

    [Test]
    public async Task Failure_that_nobody_expected_is_told_without_the_key()
    {
        Set(FeedKey.Variable, Key);
        Processes.Answer("build", () => throw new InvalidOperationException($"No {Key} here."));

        var run = await ReleaseAsync();

        Assert.That(run.Code, Is.EqualTo(ExitCode.Found));
        Assert.That(run.Error, Does.Contain("The release failed: No *** here.").And.Contain("Nothing was pushed."));
        Assert.That(Log(), Does.Contain("InvalidOperationException: No *** here."));
    }

    [Test]
    public async Task Help_explains_the_variables()
    {
        var run = await ReleaseAsync("--help");

        Assert.That(run.Output, Does.Contain(FeedAddress.Variable).And.Contain(FeedKey.Variable).And.Contain("--dry-run"));
    }
}
