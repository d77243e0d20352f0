using System.Reflection;
using Aurora.Client;

[assembly: AssemblyMetadata(AuroraSpecification.TitleKey, AuroraClient.DocumentTitle)]
[assembly: AssemblyMetadata(AuroraSpecification.VersionKey, AuroraClient.DocumentVersion)]

namespace Aurora.Client;

/// <summary>
/// The vendor's document from which the client was generated. Tools that do not load the assembly can read the same values from its metadata:
/// <c>Aurora.Document.Title</c>, <c>Aurora.Document.Version</c> and <c>Aurora.Document.Sha256</c>.
/// </summary>
public sealed class AuroraSpecification
{
    internal const string TitleKey = "Aurora.Document.Title";
    internal const string VersionKey = "Aurora.Document.Version";
    private const string Sha256Key = "Aurora.Document.Sha256";
    private const int ShownDigits = 12;

    private AuroraSpecification()
    {
    }

    /// <summary>Gets the <c>info.title</c> of the document.</summary>
    public string Title { get; } = AuroraClient.DocumentTitle;

    /// <summary>Gets the <c>info.version</c> of the document. It is the vendor's version and differs from the version of the package.</summary>
    public string Version { get; } = AuroraClient.DocumentVersion;

    // The build computes the hash and writes it to the assembly.
    /// <summary>Gets the SHA-256 hash of the document: 64 lowercase hexadecimal digits.</summary>
    public string Sha256 { get; } = typeof(AuroraSpecification).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(attribute => attribute.Key == Sha256Key).Value!;

    internal static AuroraSpecification OfThisAssembly { get; } = new();

    /// <summary>Returns the title, the version and the first digits of the hash, for logs: <c>creatify.ai API 1.0.0 (sha256 0123456789ab…)</c>.</summary>
    public override string ToString() => $"{Title} {Version} (sha256 {Sha256.Substring(0, ShownDigits)}…)";
}
