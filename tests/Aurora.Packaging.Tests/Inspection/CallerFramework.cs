using System.Reflection;
using System.Xml.Linq;
using Aurora.Packaging.Tests.Consumers;
using NuGet.Frameworks;
using NuGet.ProjectModel;

namespace Aurora.Packaging.Tests.Inspection;

/// <summary>What a caller for one framework has at run time: the assemblies of the framework, and those of each package that a restore resolved.</summary>
internal sealed class CallerFramework(LockFileTarget target, string packageCache)
{
    public NuGetFramework Framework => target.TargetFramework;

    /// <summary>What callers restore for each framework that takes another asset of the packages.</summary>
    public static async Task<IReadOnlyList<CallerFramework>> ResolveAsync()
    {
        var machine = await CallerMachine.GetAsync();
        var project = machine.Copy("Resolution");
        (await project.DotnetAsync("restore")).Succeeded("dotnet restore");
        return [.. project.Restored().Targets.Select(target => new CallerFramework(target, machine.PackageCache))];
    }

    /// <summary>The assemblies, by name, that a package with these dependencies and framework references brings.</summary>
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

    // The reference assemblies of a shared framework come with the SDK or, for the older frameworks, with a restore.
    private IEnumerable<(string Name, Version Version)> Shared(string reference)
    {
        var sdk = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", "..", "packs"));
        var lists = new[] { Path.Combine(sdk, $"{reference}.Ref"), Path.Combine(packageCache, $"{reference}.Ref".ToLowerInvariant()) }
            .Where(Directory.Exists).SelectMany(Directory.EnumerateDirectories)
            .Where(pack => Directory.Exists(Path.Combine(pack, "ref", Framework.GetShortFolderName())))
            .Select(pack => Path.Combine(pack, "data", "FrameworkList.xml"))
            .ToList();
        Assert.That(lists, Is.Not.Empty, $"There are no reference assemblies of {reference} for {Framework} in {sdk} or {packageCache}.");
        return XDocument.Load(lists[0]).Descendants("File").Where(file => (string?)file.Attribute("Type") == "Managed")
            .Select(file => ((string)file.Attribute("AssemblyName")!, Version.Parse((string)file.Attribute("AssemblyVersion")!)));
    }
}
