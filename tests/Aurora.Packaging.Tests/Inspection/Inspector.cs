using Aurora.Packaging.Tests.Processes;

namespace Aurora.Packaging.Tests.Inspection;

/// <summary>Opens a package and checks it against all rules.</summary>
internal static class Inspector
{
    private static readonly Lazy<Task<IReadOnlyList<IPackageRule>>> Rules = new(RulesAsync);

    public static async Task<IReadOnlyList<string>> InspectAsync(string file)
    {
        var package = InspectedPackage.Open(file);
        return [.. (await Rules.Value).SelectMany(rule => rule.Findings(package)).Select(finding => $"{package.FileName}: {finding}")];
    }

    private static async Task<IReadOnlyList<IPackageRule>> RulesAsync()
    {
        var root = TestRepository.Root;
        var commit = (await ChildProcess.RunAsync("git", root, "rev-parse", "HEAD")).Succeeded("git rev-parse").Output.Trim();
        return
        [
            new ContentRule(), new MetadataRule(commit, new ReleaseNotes(root)), new NoticesRule(), new MachinePathRule(),
            new DocumentationRule(), new SourceRule(root), new BillOfMaterialsRule(), new StrongNameRule(),
            new DependencyRule(await CallerFramework.ResolveAsync()),
        ];
    }
}
