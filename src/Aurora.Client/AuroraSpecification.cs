using System.Reflection;
using Aurora.Client;

[assembly: AssemblyMetadata(AuroraSpecification.TitleKey, AuroraClient.DocumentTitle)]
[assembly: AssemblyMetadata(AuroraSpecification.VersionKey, AuroraClient.DocumentVersion)]

namespace Aurora.Client;

/// <summary>
/// The vendor's document that a client was generated from. The same is in the assembly's metadata, for tools that do not load
/// it: <c>Aurora.Document.Title</c>, <c>Aurora.Document.Version</c> and <c>Aurora.Document.Sha256</c>.
/// </summary>
public sealed class AuroraSpecification
{
    internal const string TitleKey = "Aurora.Document.Title";
    internal const string VersionKey = "Aurora.Document.Version";
    private const string Sha256Key = "Aurora.Document.Sha256";
    private const int ShownDigits = 12;

    private AuroraSpecification(string title, string version, string sha256)
    {
        Title = title;
        Version = version;
        Sha256 = sha256;
    }

    /// <summary>The document's <c>info.title</c>.</summary>
    public string Title { get; }

    /// <summary>The document's <c>info.version</c>: the vendor's, which is not the package's.</summary>
    public string Version { get; }

    /// <summary>The SHA-256 of the document's bytes: 64 hexadecimal digits in lower case.</summary>
    public string Sha256 { get; }

    internal static AuroraSpecification OfThisAssembly { get; } =
        new(AuroraClient.DocumentTitle, AuroraClient.DocumentVersion, ReadHash(typeof(AuroraSpecification).Assembly));

    /// <summary>Title, version and the first digits of the hash, for a log: <c>creatify.ai API 1.0.0 (sha256 0123456789ab…)</c>.</summary>
    public override string ToString() => $"{Title} {Version} (sha256 {Sha256.Substring(0, ShownDigits)}…)";

    // Known to the build only, which writes it into the assembly.
    private static string ReadHash(Assembly assembly) =>
        assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(attribute => attribute.Key == Sha256Key).Value!;
}
