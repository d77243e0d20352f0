namespace Aurora.Spec.Tests.Releases;

/// <summary>Tests releases to a folder.</summary>
[TestFixture]
public sealed class FolderFeedTests : ReleaseTests
{
    [Test]
    public async Task Folder_receives_the_packages_and_a_second_run_completes_them()
    {
        var folder = Directory.CreateDirectory(Copy.Repository.PathOf("artifacts/feed")).FullName;
        await SucceedAsync("--source", "artifacts/feed");
        Assert.That(Directory.GetFiles(folder).Select(Path.GetFileName), Is.EquivalentTo(InOrder));

        Copy.Version = Released;
        Aurora.Spec.Versions.Baseline.Record(Copy.Repository);
        Copy.Version = Version;
        File.Delete(Path.Combine(folder, InOrder[2]));
        Processes.Children.Clear();
        await SucceedAsync("--source", folder);
        Assert.That(Directory.GetFiles(folder).Select(Path.GetFileName), Is.EquivalentTo(InOrder));
        Assert.That(Processes.Commands, Is.Empty);
    }

    [Test]
    [Platform("Linux")]
    public async Task Folder_that_is_read_only_is_refused_before_the_tests() =>
        AssertRefused(await ReleaseAsync("--source", "/proc/self"), "/proc/self cannot be written", "Nothing was pushed.");
}
