using System.Security.Cryptography;
using Aurora.Client.Tests.Generation;

namespace Aurora.Reliability.Tests.Fuzzing;

/// <summary>The committed bodies: a seed for every shape, and what the long runs found to lead elsewhere.</summary>
internal static class Corpus
{
    public static string Folder { get; } = Path.Combine(NSwagRun.RepositoryRoot, "tests", "Aurora.Reliability.Tests", "Fuzzing", "Corpus");

    public static IReadOnlyList<string> Names { get; } = [.. Directory.EnumerateFiles(Folder).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    public static byte[] Read(string name) => File.ReadAllBytes(Path.Combine(Folder, name));

    /// <summary>A name that follows from the content, so that a body that is found twice is one file.</summary>
    public static string NameOf(byte[] body) => "found-" + Convert.ToHexStringLower(SHA256.HashData(body))[..12];
}
