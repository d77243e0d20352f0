namespace Aurora.Packaging.Tests.Packing;

[TestFixture]
public sealed class PackedPackagesTests
{
    [Test]
    public async Task Concurrent_calls_of_GetAsync_pack_once()
    {
        var packages = await Task.WhenAll(PackedPackages.GetAsync(), PackedPackages.GetAsync());

        Assert.That(packages[0], Is.SameAs(packages[1]));
    }

    [Test]
    public async Task GetAsync_returns_exactly_three_packages()
    {
        var packages = await PackedPackages.GetAsync();

        Assert.That(packages.Files, Is.EquivalentTo(new[] { "Aurora.Client", "Aurora.Testing", "Aurora.Cli" }.Select(packages.FileOf)));
    }
}
