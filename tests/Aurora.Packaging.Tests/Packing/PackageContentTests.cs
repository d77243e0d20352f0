using NuGet.Packaging;

namespace Aurora.Packaging.Tests.Packing;

[TestFixture]
public sealed class PackageContentTests
{
    [TestCase("Aurora.Client")]
    [TestCase("Aurora.Testing")]
    [TestCase("Aurora.Cli")]
    public async Task Package_contains_nothing_that_runs_in_the_build_of_callers(string id)
    {
        using var package = new PackageArchiveReader((await PackedPackages.GetAsync()).FileOf(id));

        Assert.That(package.GetFiles(), Is.Not.Empty);
        Assert.That(package.GetFiles(), Has.None.Match(@"(?i)^(build|buildTransitive|buildMultiTargeting|buildCrossTargeting|analyzers|content|contentFiles)/"));
        Assert.That(package.GetFiles(), Has.None.Match(@"(?i)^tools/.*\.ps1$"));
    }
}
