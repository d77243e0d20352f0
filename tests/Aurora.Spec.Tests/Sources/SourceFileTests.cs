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
    public async Task File_is_recognized_by_its_content_and_not_by_its_name()
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
    public async Task Path_without_a_file_is_refused()
    {
        var missing = Path.Combine(_folder, "missing.yaml");
        var below = Path.Combine(_folder, "no", "missing.yaml");

        Assert.That(await FirstLineAsync(missing), Is.EqualTo($"{missing}: the file does not exist."));
        Assert.That(await FirstLineAsync(below), Is.EqualTo($"{below}: the file does not exist."));
        Assert.That(await FirstLineAsync(_folder), Is.EqualTo($"{_folder}: this is a directory."));
        Assert.That(await FirstLineAsync(" "), Is.EqualTo("The name of the source is blank."));
    }

    [Test]
    [Platform(Exclude = "Win"), UnsupportedOSPlatform("windows")]
    public async Task File_without_read_permission_is_refused()
    {
        Assume.That(Environment.IsPrivilegedProcess, Is.False, "A privileged process can read every file.");
        var path = Path.Combine(_folder, "secret.yaml");
        await File.WriteAllTextAsync(path, SourceSession.Minimal);
        File.SetUnixFileMode(path, UnixFileMode.None);

        Assert.That(await FirstLineAsync(path), Is.EqualTo($"{path}: access is denied."));
    }

    private static async Task<string> FirstLineAsync(string path) => (await SourceSession.RefusalAsync(() => SourceSession.ReadSourceAsync(path)))[0];
}
