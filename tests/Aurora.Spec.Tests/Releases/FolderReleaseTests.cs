using Aurora.Spec.Releases;
using Aurora.Spec.Releases.Feeds;

namespace Aurora.Spec.Tests.Releases;

/// <summary>Releases to a folder: all packages, or none.</summary>
[TestFixture]
public sealed class FolderReleaseTests : FolderFeedTests
{
    [Test]
    public async Task Relative_folder_is_taken_from_where_the_tool_was_started()
    {
        Directory.CreateDirectory(Copy.Repository.PathOf("artifacts/feed"));
        Set(FeedAddress.Variable, "artifacts/feed");

        Assert.That((await ReleaseAsync()).Code, Is.Zero);
        Assert.That(Directory.EnumerateFiles(Copy.Repository.PathOf("artifacts/feed")), Has.Exactly(AllFiles.Length).Items);
    }

    [TestCase("Aurora.Client.1.2.4.nupkg")]
    [TestCase("Aurora.Client.1.2.4.nupkg", "Aurora.Client.1.2.4.snupkg", "Aurora.Testing.1.2.4.nupkg")]
    [TestCase("Aurora.Client.1.2.4.nupkg", "Aurora.Testing.1.2.4.nupkg", "Aurora.Cli.1.2.4.nupkg")]
    public async Task Release_that_was_interrupted_is_completed(params string[] present)
    {
        await ReleaseAsync("--dry-run");
        foreach (var file in present)
            File.Copy(Path.Combine(Packages, file), Path.Combine(Feed, file));

        var run = await ReleaseAsync();

        Assert.That(run.Code, Is.Zero, run.Error);
        Assert.That(run.Error, Does.Contain("1.2.4 is there already").And.Contain("Aurora.Client 1.2.4 is there already"));
        Assert.That((FeedFiles(), RecordedVersion), Is.EqualTo((AllFiles, Version)));
    }

    [Test]
    public async Task Release_that_was_pushed_but_not_recorded_is_recorded()
    {
        await ReleaseAsync("--dry-run");
        foreach (var file in AllFiles)
            File.Copy(Path.Combine(Packages, file), Path.Combine(Feed, file));

        var run = await ReleaseAsync();

        Assert.That((run.Code, RecordedVersion), Is.EqualTo((ExitCode.Done, Version)));
        Assert.That(run.Error, Does.Contain("Already released").And.Contain("git tag"));
    }

    [TestCase("Aurora.Testing.1.2.4.nupkg", "another content")]
    [TestCase("Aurora.Testing.1.2.4.nupkg", null)]
    [TestCase("Aurora.Testing.1.2.4.snupkg", "another content")]
    [TestCase("Aurora.Testing.1.2.4/Aurora.Testing.1.2.4.nupkg", "another content")]
    public async Task Version_that_is_there_with_another_content_is_refused(string file, string? content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Feed, file))!);
        if (content is null)
            File.WriteAllText(Path.Combine(Feed, file), "half a pack");
        else
            TestPackages.Write(Path.Combine(Feed, file), "Aurora.Testing", Version, content);

        var run = await ReleaseAsync();

        Assert.That(run.Code, Is.EqualTo(ExitCode.BadInput));
        Assert.That(run.Error, Does.Contain($"Aurora.Testing {Version} is on {Feed} already, with another content").And.Contain("Raise <VersionPrefix>").And.Contain("Nothing was pushed."));
        Assert.That(Processes.Commands, Does.Not.Contain("test"));
        Assert.That((FeedFiles(), RecordedVersion), Is.EqualTo((new[] { file.Split('/')[0] }, Released)));
    }

    [Test]
    public async Task Folder_that_cannot_take_the_last_file_gets_none()
    {
        // The packages come first, and the place of the last one is taken.
        Directory.CreateDirectory(Path.Combine(Feed, $"Aurora.Cli.{Version}.nupkg"));

        var run = await ReleaseAsync();

        Assert.That(run.Code, Is.EqualTo(ExitCode.BadInput), run.Error);
        Assert.That(run.Error, Does.Contain("could not be written").And.Contain("Nothing was pushed."));
        Assert.That((FeedFiles(), RecordedVersion), Is.EqualTo((new[] { $"Aurora.Cli.{Version}.nupkg" }, Released)));
    }

    [Test]
    public async Task Folder_that_is_laid_out_by_package_and_version_is_refused()
    {
        var package = Directory.CreateDirectory(Path.Combine(Feed, "some.package", "1.0.0")).FullName;
        TestPackages.Write(Path.Combine(package, "some.package.1.0.0.nupkg"), "some.package", "1.0.0", "");
        File.WriteAllText(Path.Combine(package, "some.package.1.0.0.nupkg.sha512"), "");
        File.WriteAllText(Path.Combine(package, "some.package.nuspec"), "");

        var run = await ReleaseAsync();

        Assert.That(run.Code, Is.EqualTo(ExitCode.BadInput));
        Assert.That(run.Error, Does.Contain("has a folder for each package and version"));
        Assert.That(Processes.Commands, Is.Empty);
    }
}
