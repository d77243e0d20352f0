using Aurora.Packaging.Tests.Packing;
using NuGet.Frameworks;
using NuGet.Packaging;
using NuGet.Versioning;

namespace Aurora.Packaging.Tests.Consumers;

/// <summary>Somebody puts an Aurora.Client of a higher version on the public registry.</summary>
internal sealed class DependencyConfusionTests
{
    private const string Stranger = "99.0.0";

    private PackedPackages _packages = null!;
    private PublicServer _public = null!;

    [OneTimeSetUp]
    public async Task FillTheRegistryAsync()
    {
        _packages = await PackedPackages.GetAsync();
        var registry = TestRunFolder.Create("registry");
        await CopyWhatTheClientNeedsAsync(registry);
        WriteTheStranger(Path.Combine(registry, "aurora.client", Stranger));
        _public = await PublicServer.StartAsync(registry);
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await _public.DisposeAsync();

    [SetUp]
    public void Forget() => _public.Asked.Clear();

    [Test]
    public async Task Restore_ofAnyVersionWithTheReadmesConfiguration_takesTheInternalOneAndNeverAsksThePublicRegistryForIt()
    {
        await Assert.ThatAsync(() => RestoredVersionAsync("mapped", isMapped: true), Is.EqualTo(_packages.VersionOf("Aurora.Client")));

        Assert.That(_public.Asked, Has.Some.EqualTo("polly.core"));
        Assert.That(_public.Asked, Has.None.StartsWith("aurora"));
    }

    [Test]
    public async Task Restore_ofAnyVersionWithoutTheMapping_takesTheStrangers() =>
        await Assert.ThatAsync(() => RestoredVersionAsync("unmapped", isMapped: false), Is.EqualTo(Stranger));

    private async Task<string> RestoredVersionAsync(string name, bool isMapped)
    {
        var sources = ReadmeConfiguration.With(_packages.Folder, _public.Address);
        if (!isMapped)
            sources.Descendants("packageSourceMapping").Single().Remove();
        var program = new CallerMachine(name, sources, version: "*").Copy("ConsoleProgram");
        (await program.DotnetAsync("restore")).Succeeded("dotnet restore");
        return program.Restored().Libraries.Single(library => library.Name == "Aurora.Client").Version!.ToNormalizedString();
    }

    private static async Task CopyWhatTheClientNeedsAsync(string registry)
    {
        var machine = await CallerMachine.GetAsync();
        var program = machine.Copy("ConsoleProgram", "WhatTheClientNeeds");
        (await program.DotnetAsync("restore")).Succeeded("dotnet restore");
        foreach (var library in program.Restored().Libraries.Where(library => library.Name != "Aurora.Client"))
        {
            var file = $"{library.Name}.{library.Version}.nupkg".ToLowerInvariant();
            Directory.CreateDirectory(Path.Combine(registry, library.Path));
            File.Copy(Path.Combine(machine.PackageCache, library.Path, file), Path.Combine(registry, library.Path, file));
        }
    }

    private static void WriteTheStranger(string folder)
    {
        var package = new PackageBuilder { Id = "Aurora.Client", Version = NuGetVersion.Parse(Stranger), Description = "A stranger's." };
        package.Authors.Add("A stranger");
        package.DependencyGroups.Add(new PackageDependencyGroup(NuGetFramework.Parse("net10.0"), []));
        package.Files.Add(new PhysicalPackageFile(new MemoryStream()) { TargetPath = "lib/net10.0/_._" });
        Directory.CreateDirectory(folder);
        using var file = File.Create(Path.Combine(folder, $"aurora.client.{Stranger}.nupkg"));
        package.Save(file);
    }
}
