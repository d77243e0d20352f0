using System.Reflection;

namespace Aurora.Spec.Tests;

/// <summary>The document that the client is generated from.</summary>
internal static class CommittedDocument
{
    public static string Text { get; } = File.ReadAllText(Path.Combine(RepositoryRoot, "openapi", "aurora.yaml"));

    private static string RepositoryRoot => typeof(CommittedDocument).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!;
}
