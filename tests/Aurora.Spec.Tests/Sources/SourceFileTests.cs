using System.Runtime.Versioning;

namespace Aurora.Spec.Tests.Sources;

[TestFixture]
public sealed class SourceFileTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("aurora-spec-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task File_is_told_by_its_content_and_not_by_its_name()
    {
        var path = Path.Combine(_folder, "document.md");
        await File.WriteAllTextAsync(path, SourceSession.Minimal);

        var document = await SourceSession.ReadSourceAsync(path);

        Assert.That((document.Name, document.Text), Is.EqualTo((path, SourceSession.Minimal)));
    }

    [Test]
    public async Task File_of_50_MB_is_refused()
    {
        var path = Path.Combine(_folder, "large.yaml");
        await using (var file = File.Create(path))
            file.SetLength(50_000_000);

        Assert.That(await FirstLineAsync(path), Is.EqualTo($"{path}: larger than 16 MiB."));
    }

    [Test]
    public async Task What_is_no_file_is_refused()
    {
        var missing = Path.Combine(_folder, "missing.yaml");
        var below = Path.Combine(_folder, "no", "missing.yaml");

        Assert.That(await FirstLineAsync(missing), Is.EqualTo($"{missing}: there is no such file."));
        Assert.That(await FirstLineAsync(below), Is.EqualTo($"{below}: there is no such file."));
        Assert.That(await FirstLineAsync(_folder), Is.EqualTo($"{_folder}: a directory."));
        Assert.That(await FirstLineAsync(" "), Is.EqualTo("No source was given: the name is blank."));
    }

    [Test]
    [Platform(Exclude = "Win"), UnsupportedOSPlatform("windows")]
    public async Task File_that_may_not_be_read_is_refused()
    {
        Assume.That(Environment.IsPrivilegedProcess, Is.False, "Such a user may read everything.");
        var path = Path.Combine(_folder, "secret.yaml");
        await File.WriteAllTextAsync(path, SourceSession.Minimal);
        File.SetUnixFileMode(path, UnixFileMode.None);

        Assert.That(await FirstLineAsync(path), Is.EqualTo($"{path}: it may not be read."));
    }

    private static async Task<string> FirstLineAsync(string path) => (await SourceSession.RefusalAsync(() => SourceSession.ReadSourceAsync(path)))[0];
}
