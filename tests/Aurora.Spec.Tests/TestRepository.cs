using System.Reflection;

namespace Aurora.Spec.Tests;

/// <summary>The repository that these tests were built from.</summary>
internal static class TestRepository
{
    public static string Root { get; } = Metadata("RepositoryRoot");

    public static string Document { get; } = Path.Combine(Root, "openapi", "aurora.yaml");

    public static string Metadata(string key) =>
        typeof(TestRepository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
