using System.Reflection;
using System.Xml.Linq;
using Aurora.Packaging.Tests.Consumers;
using NuGet.Frameworks;
using NuGet.ProjectModel;

namespace Aurora.Packaging.Tests.Inspection;

/// <summary>The assemblies that a caller for one framework has at run time: those of the framework, and those of each resolved package.</summary>
internal sealed class CallerFramework(LockFileTarget target, string packageCache)
{
    public NuGetFramework Framework => target.TargetFramework;

    /// <summary>Restores a caller for each framework that uses a different asset of the packages.</summary>
    public static async Task<IReadOnlyList<CallerFramework>> ResolveAsync()
    {
        var machine = await CallerMachine.GetAsync();
        var project = machine.Copy("Resolution");
        (await project.DotnetAsync("restore")).Succeeded("dotnet restore");
        return [.. project.Restored().Targets.Select(target => new CallerFramework(target, machine.PackageCache))];
    }

    /// <summary>Returns the assemblies, by name, of a package with these dependencies and framework references.</summary>
    public IReadOnlyDictionary<string, Version> Assemblies(IEnumerable<string> packages, IEnumerable<string> frameworks)
    {
        var libraries = WithDependencies(packages);
        var files = libraries.SelectMany(library => library.RuntimeAssemblies.Select(assembly => Path.Combine(Folder(library), assembly.Path)));
        var references = libraries.SelectMany(library => library.FrameworkReferences).Concat(frameworks).Append("Microsoft.NETCore.App").Distinct();
        return files.Where(file => Path.GetExtension(file) == ".dll").Select(AssemblyName.GetAssemblyName)
            .Select(name => (Name: name.Name!, Version: name.Version!))
            .Concat(Framework.Framework == FrameworkConstants.FrameworkIdentifiers.NetStandard ? [("netstandard", new Version(2, 0, 0, 0))] : references.SelectMany(Shared))
            .GroupBy(assembly => assembly.Name)
            .ToDictionary(group => group.Key, group => group.Max(assembly => assembly.Version)!, StringComparer.OrdinalIgnoreCase);
    }

    private List<LockFileTargetLibrary> WithDependencies(IEnumerable<string> packages)
    {
        var byName = target.Libraries.ToDictionary(library => library.Name!, StringComparer.OrdinalIgnoreCase);
        var found = new Dictionary<string, LockFileTargetLibrary>(StringComparer.OrdinalIgnoreCase);
        var next = new Queue<string>(packages);
        while (next.TryDequeue(out var name))
        {
            if (byName.TryGetValue(name, out var library) && found.TryAdd(name, library))
                library.Dependencies.ToList().ForEach(dependency => next.Enqueue(dependency.Id));
        }

        return [.. found.Values];
    }

    private string Folder(LockFileTargetLibrary library) =>
        Path.Combine(packageCache, library.Name!.ToLowerInvariant(), library.Version!.ToNormalizedString());

    // The SDK contains the reference assemblies of the current framework. Those of older frameworks are packages.
    private IEnumerable<(string Name, Version Version)> Shared(string reference)
    {
        var sdk = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", "..", "packs"));
        var lists = new[] { Path.Combine(sdk, $"{reference}.Ref"), Path.Combine(packageCache, $"{reference}.Ref".ToLowerInvariant()) }
            .Where(Directory.Exists).SelectMany(Directory.EnumerateDirectories)
            .Where(pack => Directory.Exists(Path.Combine(pack, "ref", Framework.GetShortFolderName())))
            .Select(pack => Path.Combine(pack, "data", "FrameworkList.xml"))
            .ToList();
        Assert.That(lists, Is.Not.Empty, $"{sdk} and {packageCache} contain no reference assemblies of {reference} for {Framework}.");
        return XDocument.Load(lists[0]).Descendants("File").Where(file => (string?)file.Attribute("Type") == "Managed")
            .Select(file => ((string)file.Attribute("AssemblyName")!, Version.Parse((string)file.Attribute("AssemblyVersion")!)));
    }
}
