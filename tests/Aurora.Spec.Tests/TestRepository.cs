using System.Reflection;

namespace Aurora.Spec.Tests;

/// <summary>The repository from which these tests were built.</summary>
internal static class TestRepository
{
    public static string Root { get; } = Metadata("RepositoryRoot");

    public static string Document { get; } = Path.Combine(Root, "openapi", "aurora.yaml");

    /// <summary>The vendor's page, which contains that document.</summary>
    public static string Page { get; } = Path.Combine(Root, "tests", "Aurora.Spec.Tests", "Sources", "Pages", "get-aurora.md");

    /// <summary>The document from which the client is generated.</summary>
    public static string DocumentText { get; } = File.ReadAllText(Document);

    public static string Metadata(string key) =>
        typeof(TestRepository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
