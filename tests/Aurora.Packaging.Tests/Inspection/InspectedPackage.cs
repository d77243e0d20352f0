using System.IO.Compression;
using NuGet.Packaging;

namespace Aurora.Packaging.Tests.Inspection;

/// <summary>The content of a package and its symbol package.</summary>
internal sealed class InspectedPackage
{
    // Files of the package format.
    private static readonly string[] Envelope = ["_rels/", "[Content_Types].xml", "package/"];

    private InspectedPackage(string file)
    {
        Files = Contents(file);
        var symbols = Path.ChangeExtension(file, ".snupkg");
        Symbols = File.Exists(symbols) ? Contents(symbols) : [];
        Nuspec = new NuspecReader(new MemoryStream(Files.Single(entry => entry.Key.EndsWith(".nuspec", StringComparison.Ordinal)).Value));
        FileName = Path.GetFileName(file);
    }

    public string FileName { get; }

    public NuspecReader Nuspec { get; }

    public string Id => Nuspec.GetId();

    public string Version => Nuspec.GetVersion().ToNormalizedString();

    public SortedDictionary<string, byte[]> Files { get; }

    /// <summary>Gets the files of the symbol package. Empty if there is no symbol package.</summary>
    public SortedDictionary<string, byte[]> Symbols { get; }

    /// <summary>Gets the assemblies that were built from this repository.</summary>
    public IEnumerable<KeyValuePair<string, byte[]>> OwnAssemblies => Files.Where(entry => IsOwn(entry.Key) && entry.Key.EndsWith(".dll", StringComparison.Ordinal));

    public static InspectedPackage Open(string file) => new(file);

    /// <summary>Returns whether a file was built from this repository.</summary>
    public static bool IsOwn(string path) => Path.GetFileName(path).StartsWith("aurora", StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns whether a file belongs to a native build of the tool.</summary>
    public static bool IsNative(string path) => path.StartsWith("tools/", StringComparison.Ordinal) && !path.Contains("/any/", StringComparison.Ordinal);

    private static SortedDictionary<string, byte[]> Contents(string file)
    {
        using var archive = ZipFile.OpenRead(file);
        return new(archive.Entries
            .Where(entry => !Envelope.Any(start => entry.FullName.StartsWith(start, StringComparison.Ordinal)))
            .ToDictionary(entry => entry.FullName, Bytes), StringComparer.Ordinal);
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }
}
