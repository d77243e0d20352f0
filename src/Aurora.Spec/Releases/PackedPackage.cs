using System.Security.Cryptography;
using NuGet.Packaging;
using NuGet.Versioning;

namespace Aurora.Spec.Releases;

/// <summary>A package as it was packed.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">Its version.</param>
/// <param name="File">Its full path.</param>
internal sealed record PackedPackage(string Id, NuGetVersion Version, string File)
{
    /// <summary>For messages.</summary>
    public string Name => $"{Id} {Version}";

    /// <summary>The full path of its symbols.</summary>
    public string Symbols => Path.ChangeExtension(File, ".snupkg");

    /// <summary>The package, and then its symbols.</summary>
    public IEnumerable<string> Files => [File, Symbols];

    /// <summary>What tells one package from another, without the signature that a feed may have put on it.</summary>
    /// <exception cref="InvalidDataException">It is no package.</exception>
    public static string ContentHash(Stream package)
    {
        using var reader = new PackageArchiveReader(package, leaveStreamOpen: true);
        return reader.GetContentHash(CancellationToken.None);
    }

    public static string Sha256(string file)
    {
        using var stream = System.IO.File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    /// <summary>Whether the feed's package is this one; what cannot be read is another.</summary>
    public bool IsSameAs(Stream other)
    {
        using var stream = System.IO.File.OpenRead(File);
        try
        {
            return ContentHash(stream) == ContentHash(other);
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
