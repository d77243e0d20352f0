using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace Aurora.Packaging.Tests.Inspection;

/// <summary>Requires documentation files and nullable annotations for libraries.</summary>
internal sealed class DocumentationRule : IPackageRule
{
    public IEnumerable<string> Findings(InspectedPackage package)
    {
        foreach (var (path, bytes) in package.OwnAssemblies.Where(file => file.Key.StartsWith("lib/", StringComparison.Ordinal)))
        {
            if (!package.Files.TryGetValue(Path.ChangeExtension(path, ".xml"), out var documentation))
                yield return $"{path} has no documentation file";
            else if (!XDocument.Load(new MemoryStream(documentation)).Descendants("member").Any(member => member.Attribute("name")!.Value.StartsWith("T:Aurora.", StringComparison.Ordinal)))
                yield return $"the documentation file of {path} describes another assembly";
            if (!HasNullableAnnotations(bytes))
                yield return $"{path} has no nullable annotations";
        }
    }

    private static bool HasNullableAnnotations(byte[] assembly)
    {
        using var file = new PEReader(new MemoryStream(assembly));
        var metadata = file.GetMetadataReader();
        return metadata.TypeReferences.Select(type => metadata.GetString(metadata.GetTypeReference(type).Name))
            .Concat(metadata.TypeDefinitions.Select(type => metadata.GetString(metadata.GetTypeDefinition(type).Name)))
            .Contains("NullableContextAttribute");
    }
}
