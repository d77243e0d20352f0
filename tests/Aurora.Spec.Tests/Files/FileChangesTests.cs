using Aurora.Spec.Files;

namespace Aurora.Spec.Tests.Files;

[TestFixture]
public sealed class FileChangesTests
{
    private string _folder = null!;

    [SetUp]
    public void Create() => _folder = Directory.CreateTempSubdirectory("aurora-files-").FullName;

    [TearDown]
    public void Delete() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Write_creates_folders_and_replaces_files()
    {
        File.WriteAllText(PathOf("old.txt"), "before");
        var changes = new FileChanges(new Repository(_folder));
        changes.Add("old.txt", "after"u8.ToArray());
        changes.Add("below/new.txt", "new"u8.ToArray());

        changes.Write();

        Assert.That((File.ReadAllText(PathOf("old.txt")), File.ReadAllText(PathOf("below/new.txt"))), Is.EqualTo(("after", "new")));
        Assert.That(Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories), Has.Exactly(2).Items);
    }

    [Test]
    public void Write_that_fails_for_one_file_changes_no_file()
    {
        File.WriteAllText(PathOf("first.txt"), "before");
        Directory.CreateDirectory(PathOf("third.txt"));
        var changes = new FileChanges(new Repository(_folder));
        foreach (var name in new[] { "first.txt", "second.txt", "third.txt" })
            changes.Add(name, "after"u8.ToArray());

        Assert.That(changes.Write, Throws.TypeOf<SpecException>().With.Message.Contains("Nothing was changed"));
        Assert.That(File.ReadAllText(PathOf("first.txt")), Is.EqualTo("before"));
        Assert.That(Directory.EnumerateFiles(_folder), Has.Exactly(1).Items);
    }

    private string PathOf(string name) => Path.Combine(_folder, name);
}
