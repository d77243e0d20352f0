using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Aurora.Client.Tests;

/// <summary>Checks that the samples in the READMEs compile against the packages of this repository.</summary>
[TestFixture]
public sealed partial class ReadmeTests
{
    private const string Usings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Net.Http; " +
        "global using System.Threading; global using System.Threading.Tasks; global using Microsoft.Extensions.DependencyInjection; " +
        "global using Microsoft.AspNetCore.Builder; global using Microsoft.AspNetCore.Http; " +
        "global using Aurora.Client;";

    private static readonly (string Name, string Declaration)[] Surroundings =
    [
        ("services", "Microsoft.Extensions.DependencyInjection.IServiceCollection services"),
        ("configuration", "Microsoft.Extensions.Configuration.IConfiguration configuration"),
        ("app", "Microsoft.AspNetCore.Builder.WebApplication app"),
        ("aurora", "Aurora.Client.AuroraClient aurora"),
        ("server", "Aurora.Testing.AuroraServer server"),
        ("ids", "IReadOnlyCollection<Guid> ids"),
        ("id", "Guid id"),
        ("cancellationToken", "CancellationToken cancellationToken"),
    ];

    public static IEnumerable<TestCaseData> Samples => new[] { "README.md", "src/Aurora.Client/README.md", "src/Aurora.Testing/README.md" }
        .SelectMany(file => CSharpBlock().Matches(File.ReadAllText(Path.Combine(TestRepository.Root, file)))
            .Select((match, index) => new TestCaseData(match.Groups[1].Value).SetArgDisplayNames($"{file}, sample {index + 1}")));

    [TestCaseSource(nameof(Samples))]
    public void Sample_compiles(string code)
    {
        var usings = string.Join("\n", UsingDirective().Matches(code).Select(match => match.Value));
        var body = UsingDirective().Replace(code, "");
        var parameters = string.Join(", ", Surroundings.Where(given => !Regex.IsMatch(code, $@"\bvar {given.Name}\b")).Select(given => given.Declaration));
        var program = code.Contains("class ", StringComparison.Ordinal) ? $"using NUnit.Framework;\n{code}" : $"{usings}\nstatic class Sample {{ static async Task RunAsync({parameters}) {{ await Task.CompletedTask;\n{body}\n}} }}";
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(file => MetadataReference.CreateFromFile(file));
        var compilation = CSharpCompilation.Create("Readme", [CSharpSyntaxTree.ParseText(program), CSharpSyntaxTree.ParseText(Usings)], references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

        Assert.That(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error), Is.Empty, program);
    }

    [Test]
    public void README_for_callers_has_at_most_9_KB() =>
        Assert.That(new FileInfo(Path.Combine(TestRepository.Root, "README.md")).Length, Is.LessThanOrEqualTo(9 * 1024));

    [Test]
    public void READMEs_contain_samples() => Assert.That(Samples.Count(), Is.GreaterThan(10));

    [GeneratedRegex(@"```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CSharpBlock();

    [GeneratedRegex(@"^using [\w.]+;$", RegexOptions.Multiline)]
    private static partial Regex UsingDirective();
}
