namespace Aurora.Packaging.Tests.Packing;

internal sealed class PackedPackagesTests
{
    [Test]
    public async Task GetAsync_twiceAtATime_packsOnce()
    {
        var packages = await Task.WhenAll(PackedPackages.GetAsync(), PackedPackages.GetAsync());

        Assert.That(packages[0], Is.SameAs(packages[1]));
    }

    [Test]
    public async Task GetAsync_givesTheThreePackagesAndNoOther()
    {
        var packages = await PackedPackages.GetAsync();

        Assert.That(packages.Files, Is.EquivalentTo(new[] { "Aurora.Client", "Aurora.Testing", "Aurora.Cli" }.Select(packages.FileOf)));
    }
}
