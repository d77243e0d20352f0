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
}
