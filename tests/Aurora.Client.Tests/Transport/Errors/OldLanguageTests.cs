using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Aurora.Client.Tests.Transport.Errors;

/// <summary>Checks that a test project in C# 7.3, the default for .NET Framework and netstandard2.0, can create the exception.</summary>
[TestFixture]
public sealed class OldLanguageTests
{
    private const string Caller = """
        using System;
        using System.Collections.Generic;
        using System.Net;
        using Aurora.Client;

        public static class Caller
        {
            public static AuroraApiException Throttled()
            {
                return new AuroraApiException(
                    AuroraErrorKind.RateLimit,
                    statusCode: (HttpStatusCode)429,
                    detail: "Request was throttled.",
                    fieldErrors: new Dictionary<string, IReadOnlyList<string>>(),
                    retryAfter: TimeSpan.FromSeconds(54),
                    requestId: "abc-123",
                    attempts: 4,
                    partialResult: new AuroraBatchResult(new AuroraFlow[0], new Guid[0]));
            }
        }
        """;

    [TestCase(LanguageVersion.CSharp7_3)]
    [TestCase(LanguageVersion.Latest)]
    public void Exception_can_be_created_with_all_facts(LanguageVersion version)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(file => MetadataReference.CreateFromFile(file));
        var tree = CSharpSyntaxTree.ParseText(Caller, new CSharpParseOptions(version));
        var compilation = CSharpCompilation.Create("Caller", [tree], references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

        Assert.That(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error), Is.Empty);
    }
}
