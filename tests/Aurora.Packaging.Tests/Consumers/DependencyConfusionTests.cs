using Aurora.Packaging.Tests.Packing;
using NuGet.Frameworks;
using NuGet.Packaging;
using NuGet.Versioning;

namespace Aurora.Packaging.Tests.Consumers;

/// <summary>Tests a dependency confusion attack: a package named Aurora.Client with a higher version on the public registry.</summary>
[TestFixture]
public sealed class DependencyConfusionTests
{
    private const string MaliciousVersion = "99.0.0";

    private PackedPackages _packages = null!;
    private PublicServer _public = null!;

    [OneTimeSetUp]
    public async Task StartRegistryAsync()
    {
        _packages = await PackedPackages.GetAsync();
        var registry = TestRunFolder.Create("registry");
        await CopyDependenciesAsync(registry);
        WriteMaliciousPackage(Path.Combine(registry, "aurora.client", MaliciousVersion));
        _public = await PublicServer.StartAsync(registry);
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await _public.DisposeAsync();

    [SetUp]
    public void ClearRequestedIds() => _public.RequestedIds.Clear();

    [Test]
    public async Task Restore_with_the_README_configuration_uses_only_the_internal_feed()
    {
        await Assert.ThatAsync(() => RestoredVersionAsync("mapped", isMapped: true), Is.EqualTo(_packages.VersionOf("Aurora.Client")));

        Assert.That(_public.RequestedIds, Has.Some.EqualTo("polly.core"));
        Assert.That(_public.RequestedIds, Has.None.StartsWith("aurora"));
    }

    [Test]
    public async Task Restore_without_package_source_mapping_installs_the_malicious_package() =>
        await Assert.ThatAsync(() => RestoredVersionAsync("unmapped", isMapped: false), Is.EqualTo(MaliciousVersion));

    private async Task<string> RestoredVersionAsync(string name, bool isMapped)
    {
        var sources = ReadmeConfiguration.With(_packages.Folder, _public.Address);
        if (!isMapped)
            sources.Descendants("packageSourceMapping").Single().Remove();
        var program = new CallerMachine(name, sources, version: "*").Copy("ConsoleProgram");
        (await program.DotnetAsync("restore")).Succeeded("dotnet restore");
        return program.Restored().Libraries.Single(library => library.Name == "Aurora.Client").Version!.ToNormalizedString();
    }

    private static async Task CopyDependenciesAsync(string registry)
    {
        var machine = await CallerMachine.GetAsync();
        var program = machine.Copy("ConsoleProgram", "Dependencies");
        (await program.DotnetAsync("restore")).Succeeded("dotnet restore");
        foreach (var library in program.Restored().Libraries.Where(library => library.Name != "Aurora.Client"))
        {
            var file = $"{library.Name}.{library.Version}.nupkg".ToLowerInvariant();
            Directory.CreateDirectory(Path.Combine(registry, library.Path));
            File.Copy(Path.Combine(machine.PackageCache, library.Path, file), Path.Combine(registry, library.Path, file));
        }
    }

    private static void WriteMaliciousPackage(string folder)
    {
        var package = new PackageBuilder { Id = "Aurora.Client", Version = NuGetVersion.Parse(MaliciousVersion), Description = "A malicious package." };
        package.Authors.Add("An attacker");
        package.DependencyGroups.Add(new PackageDependencyGroup(NuGetFramework.Parse("net10.0"), []));
        package.Files.Add(new PhysicalPackageFile(new MemoryStream()) { TargetPath = "lib/net10.0/_._" });
        Directory.CreateDirectory(folder);
        using var file = File.Create(Path.Combine(folder, $"aurora.client.{MaliciousVersion}.nupkg"));
        package.Save(file);
    }
}
