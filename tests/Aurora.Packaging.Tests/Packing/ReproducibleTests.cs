namespace Aurora.Packaging.Tests.Packing;

/// <summary>Tests that packages are reproducible in a different folder, time zone and language.</summary>
[TestFixture]
public sealed class ReproducibleTests
{
    [Test]
    public async Task Pack_in_a_different_environment_creates_the_same_bytes()
    {
        var first = await PackedPackages.GetAsync();

        var second = await PackedPackages.PackAsync("second/and elsewhere", new Dictionary<string, string?> { ["TZ"] = "Asia/Kathmandu", ["LANG"] = "de_DE.UTF-8" });

        var names = Directory.EnumerateFiles(second.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal).ToList();
        Assert.That(names, Is.EqualTo(Directory.EnumerateFiles(first.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal)));
        Assert.That(names, Has.Count.EqualTo(6));
        Assert.That(names.Where(name => !File.ReadAllBytes(Path.Combine(first.Folder, name!)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(second.Folder, name!)))), Is.Empty);
    }
}
