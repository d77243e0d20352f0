using System.Security.Cryptography;

namespace Aurora.Reliability.Tests.Fuzzing;

/// <summary>The committed bodies: seeds, and bodies with new coverage that long runs have found.</summary>
internal static class Corpus
{
    public static string Folder { get; } = Path.Combine(TestRepository.Root, "tests", "Aurora.Reliability.Tests", "Fuzzing", "Corpus");

    public static IReadOnlyList<string> Names { get; } =
        [.. Directory.EnumerateFiles(Folder).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    public static byte[] Read(string name) => File.ReadAllBytes(Path.Combine(Folder, name));

    /// <summary>Returns a file name that depends on the content, so that equal bodies have the same name.</summary>
    public static string NameOf(byte[] body) => "found-" + Convert.ToHexStringLower(SHA256.HashData(body))[..12];
}
