using Aurora.Packaging.Tests.Inspection;

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
        Assert.That(names.Where(name => !IsSame(Path.Combine(first.Folder, name!), Path.Combine(second.Folder, name!))), Is.Empty);
    }

    // A release can add a native build, which the second package does not contain.
    private static bool IsSame(string first, string second)
    {
        if (!first.EndsWith(".nupkg", StringComparison.Ordinal) || !InspectedPackage.Open(first).Files.Keys.Any(InspectedPackage.IsNative))
            return File.ReadAllBytes(first).AsSpan().SequenceEqual(File.ReadAllBytes(second));
        var files = InspectedPackage.Open(second).Files;
        var portable = InspectedPackage.Open(first).Files.Where(file => !InspectedPackage.IsNative(file.Key)).ToList();
        return portable.Select(file => file.Key).SequenceEqual(files.Keys) && portable.All(file => file.Value.AsSpan().SequenceEqual(files[file.Key]));
    }
}
