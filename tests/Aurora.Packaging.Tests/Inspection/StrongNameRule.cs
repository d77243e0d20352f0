using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Aurora.Packaging.Tests.Inspection;

/// <summary>Requires that every library is signed and references only signed assemblies, because a signed .NET Framework caller requires that.</summary>
internal sealed class StrongNameRule : IPackageRule
{
    public IEnumerable<string> Findings(InspectedPackage package)
    {
        foreach (var (path, bytes) in package.OwnAssemblies.Where(file => file.Key.StartsWith("lib/", StringComparison.Ordinal)))
        {
            using var file = new PEReader(new MemoryStream(bytes));
            var metadata = file.GetMetadataReader();
            if (!file.PEHeaders.CorHeader!.Flags.HasFlag(CorFlags.StrongNameSigned) || metadata.GetAssemblyDefinition().PublicKey.IsNil)
                yield return $"{path} has no strong name";
            foreach (var reference in metadata.AssemblyReferences.Select(metadata.GetAssemblyReference).Where(reference => reference.PublicKeyOrToken.IsNil))
                yield return $"{path} refers to {metadata.GetString(reference.Name)}, which has no strong name";
        }
    }
}
