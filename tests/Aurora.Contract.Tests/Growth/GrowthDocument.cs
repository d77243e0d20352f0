using Aurora.Spec.Documents;

namespace Aurora.Contract.Tests.Growth;

/// <summary>Documents that the vendor's document could become, and one that uses everything that the client supports.</summary>
internal static class GrowthDocument
{
    private static readonly string Tests = Path.Combine(TestRepository.Root, "tests");

    private static readonly Dictionary<string, string> Files =
        Directory.EnumerateFiles(Path.Combine(Tests, "Aurora.Spec.Tests", "Growth", "Documents"), "*.yaml")
            .Append(Path.Combine(Tests, "Aurora.Client.Tests", "Generation", "Documents", "everything.yaml"))
            .ToDictionary(file => Path.GetFileNameWithoutExtension(file));

    /// <summary>Gets the names of the documents that contain the operation that the hand-written methods call.</summary>
    public static IEnumerable<string> Names =>
        Files.Keys.Where(name => Read(name).Contains("aurora_list", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    public static SpecDocument Parse(string name) => SpecDocument.Parse(name, Read(name));

    /// <summary>Returns the text of a document.</summary>
    public static string Read(string name) => File.ReadAllText(Files[name]);
}
