using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Aurora.Client.Tests.Generation;

/// <summary>The output of NSwag, compiled together with the hand-written code of the client and a caller.</summary>
internal sealed class GeneratedAssembly
{
    private const string ImplicitUsings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; " +
        "global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";

    private readonly byte[] _image;

    private GeneratedAssembly(byte[] image, IReadOnlyList<string> diagnostics)
    {
        _image = image;
        Diagnostics = diagnostics;
    }

    /// <summary>Errors and warnings, including the warning for missing documentation.</summary>
    public IReadOnlyList<string> Diagnostics { get; }

    public static GeneratedAssembly Compile(IReadOnlyDictionary<string, string> generated, params string[] callers)
    {
        var client = Path.Combine(TestRepository.Root, "src", "Aurora.Client");
        var written = Directory.EnumerateFiles(client, "*.cs", SearchOption.AllDirectories)
            .Where(file => Path.GetRelativePath(client, file).Split(Path.DirectorySeparatorChar)[0] is not ("obj" or "bin" or "Generated"));
        var parsing = new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.Diagnose, preprocessorSymbols: ["NET", "NET10_0_OR_GREATER"]);
        var trees = written.Concat(callers).Select(file => (Path: file, Text: File.ReadAllText(file)))
            .Concat(generated.Select(file => (Path: file.Key, Text: file.Value)))
            .Select(file => CSharpSyntaxTree.ParseText(file.Text, parsing, file.Path))
            .Append(CSharpSyntaxTree.ParseText(ImplicitUsings, parsing));
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(IsNeededByTheClient)
            .Select(file => MetadataReference.CreateFromFile(file));
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable,
            // Builds ignore CS1701 too: a package can be built for an older framework.
            specificDiagnosticOptions: [new("CS1701", ReportDiagnostic.Suppress)]);
        var compilation = CSharpCompilation.Create("Generated" + Guid.NewGuid().ToString("N"), trees, references, options);

        using var image = new MemoryStream();
        using var documentation = new MemoryStream();
        var result = compilation.Emit(image, xmlDocumentationStream: documentation);
        var diagnostics = result.Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Select(diagnostic => diagnostic.ToString());
        return new GeneratedAssembly(image.ToArray(), [.. diagnostics]);
    }

    private static bool IsNeededByTheClient(string file) => Path.GetFileName(file) is var name
        && (name is "netstandard.dll" or "Microsoft.Win32.Primitives.dll" or "Newtonsoft.Json.dll" or "Polly.Core.dll" or "Microsoft.Bcl.TimeProvider.dll"
            || name.StartsWith("System.", StringComparison.Ordinal)
            || name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal));

    public Assembly Load() => new AssemblyLoadContext("generated", isCollectible: true).LoadFromStream(new MemoryStream(_image));
}
