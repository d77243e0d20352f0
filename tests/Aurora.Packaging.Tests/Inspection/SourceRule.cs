using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Security.Cryptography;
using System.Text.Json;

namespace Aurora.Packaging.Tests.Inspection;

/// <summary>
/// Requires that debuggers can find the source. Each assembly must have symbols, and the symbols must embed each source file or link to it at the
/// packed commit.
/// </summary>
/// <param name="repositoryRoot">The folder of the repository at the packed commit.</param>
internal sealed class SourceRule(string repositoryRoot) : IPackageRule
{
    private static readonly Guid SourceLink = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");
    private static readonly Guid EmbeddedSource = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");

    public IEnumerable<string> Findings(InspectedPackage package)
    {
        foreach (var (path, bytes) in package.OwnAssemblies)
        {
            if (!package.Symbols.TryGetValue(Path.ChangeExtension(path, ".pdb"), out var symbols))
            {
                yield return $"{path} has no symbols";
                continue;
            }

            using var provider = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(symbols));
            var reader = provider.GetMetadataReader();
            if (!BelongTogether(bytes, reader))
                yield return $"the symbols of {path} belong to another build";
            foreach (var finding in SourceFindings(reader, package.Nuspec.GetRepositoryMetadata()))
                yield return $"{path}: {finding}";
        }
    }

    private static bool BelongTogether(byte[] assembly, MetadataReader symbols)
    {
        using var file = new PEReader(new MemoryStream(assembly));
        var entries = file.ReadDebugDirectory();
        var id = new BlobContentId(symbols.DebugMetadataHeader!.Id);
        return entries.Any(entry => entry.Type == DebugDirectoryEntryType.Reproducible)
            && entries.Any(entry => entry.Type == DebugDirectoryEntryType.CodeView && file.ReadCodeViewDebugDirectoryData(entry).Guid == id.Guid && entry.Stamp == id.Stamp);
    }

    private IEnumerable<string> SourceFindings(MetadataReader symbols, NuGet.Packaging.Core.RepositoryMetadata repository)
    {
        var links = Information(symbols, EntityHandle.ModuleDefinition, SourceLink) is { } json
            ? JsonDocument.Parse(json).RootElement.GetProperty("documents").EnumerateObject().ToDictionary(link => link.Name, link => link.Value.GetString()!)
            : [];
        foreach (var handle in symbols.Documents)
        {
            var document = symbols.GetDocument(handle);
            var name = symbols.GetString(document.Name);
            var hash = symbols.GetBlobBytes(document.Hash);
            if (Information(symbols, handle, EmbeddedSource) is { } embedded)
            {
                if (!SHA256.HashData(Unpacked(embedded)).AsSpan().SequenceEqual(hash))
                    yield return $"the embedded text of {name} differs from the compiled text";
            }
            else if (links.SingleOrDefault(link => name.StartsWith(link.Key.TrimEnd('*'), StringComparison.Ordinal)) is not { Key: { } prefix, Value: { } address })
            {
                yield return $"{name} is neither embedded nor linked";
            }
            else
            {
                var relative = name[(prefix.Length - 1)..];
                if (!address.StartsWith(repository.Url, StringComparison.Ordinal) || !address.Contains(repository.Commit, StringComparison.Ordinal))
                    yield return $"{name} is linked to {address}, which is not at commit {repository.Commit} of {repository.Url}";
                var source = Path.Combine(repositoryRoot, relative);
                if (!File.Exists(source) || !SHA256.HashData(File.ReadAllBytes(source)).AsSpan().SequenceEqual(hash))
                    yield return $"{relative} differs from the compiled text";
            }
        }
    }

    private static byte[]? Information(MetadataReader symbols, EntityHandle of, Guid kind) => symbols.GetCustomDebugInformation(of)
        .Select(symbols.GetCustomDebugInformation)
        .Where(information => symbols.GetGuid(information.Kind) == kind)
        .Select(information => symbols.GetBlobBytes(information.Value))
        .SingleOrDefault();

    // The first four bytes contain the length, or 0 if the text is not compressed.
    private static byte[] Unpacked(byte[] embedded)
    {
        if (BitConverter.ToInt32(embedded) == 0)
            return embedded[4..];
        using var text = new MemoryStream();
        using var packed = new DeflateStream(new MemoryStream(embedded, 4, embedded.Length - 4), CompressionMode.Decompress);
        packed.CopyTo(text);
        return text.ToArray();
    }
}
