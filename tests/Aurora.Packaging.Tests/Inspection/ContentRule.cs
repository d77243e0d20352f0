namespace Aurora.Packaging.Tests.Inspection;

/// <summary>Requires that the files and dependencies of a package are listed in <c>Inspection/Approved</c>, so that changes are reviewed.</summary>
internal sealed class ContentRule : IPackageRule
{
    private const string NativeOnly = "native ";

    public IEnumerable<string> Findings(InspectedPackage package)
    {
        var approved = Approved(package).ToList();
        var actual = Lines(package).ToList();
        foreach (var line in actual.Except(approved))
            yield return $"not approved: {line}";
        foreach (var line in approved.Except(actual))
            yield return $"missing: {line}";
    }

    // A package can also contain the native tool.
    private static IEnumerable<string> Approved(InspectedPackage package)
    {
        var native = package.Files.Keys.Any(InspectedPackage.IsNative);
        return File.ReadAllLines(ApprovedFile(package.Id))
            .Where(line => native || !line.StartsWith(NativeOnly, StringComparison.Ordinal))
            .Select(line => line.StartsWith(NativeOnly, StringComparison.Ordinal) ? line[NativeOnly.Length..] : line);
    }

    /// <summary>Returns the lines in the format of the approved file, without the version of the package.</summary>
    public static IEnumerable<string> Lines(InspectedPackage package) =>
        package.Nuspec.GetDependencyGroups()
            .SelectMany(group => group.Packages.Select(dependency => $"needs {group.TargetFramework.GetShortFolderName()} {dependency.Id} {Range(dependency.VersionRange.ToNormalizedString(), package)}"))
            .Concat(package.Nuspec.GetPackageTypes().Select(type => $"type {type.Name}"))
            .Concat(package.Files.Keys.Select(path => $"file {path}"))
            .Concat(package.Symbols.Keys.Where(path => !path.EndsWith(".nuspec", StringComparison.Ordinal)).Select(path => $"symbols {path}"));

    public static string ApprovedFile(string id) =>
        Path.Combine(TestRepository.Root, "tests", "Aurora.Packaging.Tests", "Inspection", "Approved", $"{id}.txt");

    private static string Range(string range, InspectedPackage package)
    {
        var version = package.Nuspec.GetVersion();
        var nextBreaking = version.Major > 0 ? $"{version.Major + 1}.0.0" : $"0.{version.Minor + 1}.0";
        return range == $"[{package.Version}, {nextBreaking})" ? "[this version, next breaking one)" : range;
    }
}
