using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using NuGet.Frameworks;

namespace Aurora.Packaging.Tests.Inspection;

/// <summary>
/// Requires that every assembly that a library references is available at run time, for each framework that can load the library,
/// because an application can use a different asset of the package than a .NET Standard library in it was compiled against.
/// </summary>
internal sealed class DependencyRule(IReadOnlyList<CallerFramework> callers) : IPackageRule
{
    public IEnumerable<string> Findings(InspectedPackage package)
    {
        var assets = package.OwnAssemblies.Where(file => file.Key.StartsWith("lib/", StringComparison.Ordinal)).ToList();
        foreach (var caller in callers)
        {
            var loadable = assets.Where(asset => DefaultCompatibilityProvider.Instance.IsCompatible(caller.Framework, FrameworkOf(asset.Key))).ToList();
            if (loadable.Count == 0)
                continue;
            var brought = caller.Assemblies(Dependencies(package, caller.Framework), FrameworkReferences(package, caller.Framework));
            foreach (var finding in loadable.SelectMany(asset => Missing(asset, brought)))
                yield return $"{finding} for {caller.Framework.GetShortFolderName()}";
        }
    }

    private static IEnumerable<string> Missing(KeyValuePair<string, byte[]> asset, IReadOnlyDictionary<string, Version> brought)
    {
        foreach (var reference in References(asset.Value))
        {
            if (!brought.TryGetValue(reference.Name!, out var version))
                yield return $"{asset.Key} refers to {reference.Name} {reference.Version}, which no dependency contains";
            else if (version < reference.Version)
                yield return $"{asset.Key} refers to {reference.Name} {reference.Version}, but the dependencies contain {version}";
        }
    }

    private static IEnumerable<string> Dependencies(InspectedPackage package, NuGetFramework framework) =>
        NuGetFrameworkUtility.GetNearest(package.Nuspec.GetDependencyGroups(), framework, group => group.TargetFramework)?.Packages.Select(dependency => dependency.Id) ?? [];

    private static IEnumerable<string> FrameworkReferences(InspectedPackage package, NuGetFramework framework) =>
        NuGetFrameworkUtility.GetNearest(package.Nuspec.GetFrameworkRefGroups(), framework, group => group.TargetFramework)?.FrameworkReferences.Select(reference => reference.Name) ?? [];

    private static NuGetFramework FrameworkOf(string path) => NuGetFramework.ParseFolder(path.Split('/')[1]);

    private static List<AssemblyName> References(byte[] assembly)
    {
        using var file = new PEReader(new MemoryStream(assembly));
        var metadata = file.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetAssemblyReference(handle).GetAssemblyName())];
    }
}
