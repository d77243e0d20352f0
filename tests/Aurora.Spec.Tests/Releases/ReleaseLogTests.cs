using Aurora.Spec.Releases;
using Aurora.Spec.Releases.Feeds;

namespace Aurora.Spec.Tests.Releases;

[TestFixture]
public sealed class ReleaseLogTests
{
    private Repository _repository = null!;

    [SetUp]
    public void Create() => _repository = new Repository(Directory.CreateTempSubdirectory("aurora-log-").FullName);

    [TearDown]
    public void Delete() => Directory.Delete(_repository.Root, recursive: true);

    [Test]
    public void Log_of_a_second_release_at_the_same_time_is_refused()
    {
        using var first = new ReleaseLog(_repository, null);

        Assert.That(() => new ReleaseLog(_repository, null), Throws.TypeOf<SpecException>().With.Message.Contains("See whether another release is running"));
    }

    [TestCase("s3cr3t/key", "got s3cr3t/key", "got ***")]
    [TestCase("s3cr3t/key", "got S3CR3T%2Fkey", "got ***")]
    [TestCase("s3cr3t/key", "got czNjcjN0L2tleQ==", "got ***")]
    [TestCase("s3cr3t/key", "got another", "got another")]
    public void Add_writes_a_line_without_the_key(string key, string line, string written)
    {
        using (var log = new ReleaseLog(_repository, FeedKey.Of(key)))
        {
            log.Add(line);
            Assert.That(log.Tail, Is.EqualTo(new[] { written }));
        }

        Assert.That(File.ReadAllText(_repository.PathOf(ReleaseLog.File)).TrimEnd(), Is.EqualTo(written));
    }

    [Test]
    public void Key_does_not_show_itself() => Assert.That($"{FeedKey.Of("s3cr3t")}", Is.EqualTo("***"));
}
