using System.Text;
using System.Text.Json.Nodes;

namespace Aurora.Packaging.Tests.Inspection;

/// <summary>Requires the licence notice of every library that the tool contains.</summary>
internal sealed class NoticesRule : IPackageRule
{
    private const string File = "THIRD-PARTY-NOTICES.txt";

    public IEnumerable<string> Findings(InspectedPackage package)
    {
        var dependencies = package.Files.FirstOrDefault(file => file.Key.EndsWith("/aurora.deps.json", StringComparison.Ordinal)).Value;
        if (dependencies is null)
            return [];
        var libraries = JsonNode.Parse(dependencies)!["targets"]!.AsObject().Single().Value!.AsObject()
            .Where(library => library.Value!["runtime"] is not null && !InspectedPackage.IsOwn(library.Key.Split('/')[0]))
            .Select(library => library.Key.Split('/')[0]);
        var notices = package.Files.TryGetValue(File, out var bytes) ? Encoding.UTF8.GetString(bytes).Split('\n') : [];
        return libraries.Where(library => !notices.Any(line => line.StartsWith($"{library} (", StringComparison.Ordinal)))
            .Select(library => $"{File} has no notice for {library}");
    }
}
