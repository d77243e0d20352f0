using System.Text.Json.Nodes;

namespace Aurora.Packaging.Tests.Inspection;

/// <summary>Requires a bill of materials that describes the package, its dependencies and its content.</summary>
internal sealed class BillOfMaterialsRule : IPackageRule
{
    public IEnumerable<string> Findings(InspectedPackage package)
    {
        if (!package.Files.TryGetValue("bom.json", out var bytes))
            return ["the bill of materials is missing"];
        var bill = JsonNode.Parse(bytes)!;
        var components = bill["components"]!.AsArray().Select(component => component!.AsObject()).ToList();
        return Subject(bill, package).Concat(Missing(components, package)).Concat(components.SelectMany(Component));
    }

    private static IEnumerable<string> Subject(JsonNode bill, InspectedPackage package)
    {
        if ((string?)bill["bomFormat"] != "CycloneDX")
            yield return "bom.json is not a bill of materials";
        if ((string?)bill["metadata"]?["component"]?["purl"] is var subject && subject != $"pkg:nuget/{package.Id}@{package.Version}")
            yield return $"bom.json describes {subject}";
    }

    private static IEnumerable<string> Missing(List<JsonObject> components, InspectedPackage package) =>
        package.Nuspec.GetDependencyGroups().SelectMany(group => group.Packages)
            .Select(dependency => $"pkg:nuget/{dependency.Id}@{dependency.VersionRange.MinVersion!.ToNormalizedString()}")
            .Except(components.Select(component => (string)component["purl"]!))
            .Select(missing => $"bom.json does not contain {missing}");

    private static IEnumerable<string> Component(JsonObject component)
    {
        var name = (string)component["name"]!;
        if (!InspectedPackage.IsOwn(name) && component["hashes"] is null)
            yield return $"bom.json does not contain the hash of {name}";
    }
}
