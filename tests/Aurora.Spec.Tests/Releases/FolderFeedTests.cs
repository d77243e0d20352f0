using Aurora.Spec.Releases.Feeds;

namespace Aurora.Spec.Tests.Releases;

/// <summary>Each test has an empty folder for a feed.</summary>
public abstract class FolderFeedTests : ReleaseTests
{
    private protected string Feed { get; private set; } = null!;

    [SetUp]
    public void MakeTheFeed()
    {
        Feed = Directory.CreateTempSubdirectory("aurora-feed-").FullName;
        Set(FeedAddress.Variable, Feed);
    }

    [TearDown]
    public void DeleteTheFeed() => Directory.Delete(Feed, recursive: true);

    private protected string[] FeedFiles() => [.. Directory.EnumerateFileSystemEntries(Feed).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    private protected void AssertRefused(ToolRun run, params string[] messages)
    {
        Assert.That(run.Code, Is.EqualTo(ExitCode.BadInput), run.Error);
        foreach (var message in messages)
            Assert.That(run.Error.ReplaceLineEndings("\n"), Does.Contain(message));
        Assert.That(run.Error.TrimEnd(), Does.EndWith("Nothing was pushed."));
        AssertNothingWasPushed();
    }

    private protected void AssertNothingWasPushed() => Assert.That((FeedFiles(), RecordedVersion), Is.EqualTo((Array.Empty<string>(), Released)));
}
