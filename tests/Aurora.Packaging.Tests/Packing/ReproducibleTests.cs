namespace Aurora.Packaging.Tests.Packing;

/// <summary>Two packs of one commit, in other folders and another time zone and language, have the same bytes.</summary>
[TestFixture]
public sealed class ReproducibleTests
{
    [Test]
    public async Task Pack_againElsewhere_makesTheSameBytes()
    {
        var first = await PackedPackages.GetAsync();

        var again = await PackedPackages.PackAsync("again/and elsewhere", new Dictionary<string, string?> { ["TZ"] = "Asia/Kathmandu", ["LANG"] = "de_DE.UTF-8" });

        var names = Directory.EnumerateFiles(again.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal).ToList();
        Assert.That(names, Is.EqualTo(Directory.EnumerateFiles(first.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal)));
        Assert.That(names, Has.Count.EqualTo(6));
        Assert.That(names.Where(name => !File.ReadAllBytes(Path.Combine(first.Folder, name!)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(again.Folder, name!)))), Is.Empty);
    }
}
