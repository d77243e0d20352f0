using System.Text;
using Aurora.Spec.Documents;
using Aurora.Spec.Files;
using Aurora.Spec.Processes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Aurora.Spec.Generation;

/// <summary>The code that is generated from one document. Nothing in the repository changes.</summary>
/// <param name="Document">The document.</param>
/// <param name="Files">The generated files by their names.</param>
internal sealed record GeneratedClient(SpecDocument Document, IReadOnlyDictionary<string, byte[]> Files)
{
    /// <summary>The folder to which the build writes the files.</summary>
    public const string Folder = "src/Aurora.Client/Generated";

    /// <summary>Runs the generator in a temporary folder.</summary>
    /// <exception cref="SpecException">The generator refuses the document.</exception>
    public static async Task<GeneratedClient> CreateAsync(Repository repository, SpecDocument document, CancellationToken cancellationToken)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, Path.GetFileName(Repository.Document));
        await File.WriteAllBytesAsync(file, Encoding.UTF8.GetBytes(document.Text), cancellationToken);
        var files = await NSwag.GenerateAsync(repository, file, Path.Combine(folder.Path, "output"), "Nothing was written. Fix these errors:", cancellationToken);
        return new GeneratedClient(document, files);
    }

    /// <summary>Compiles the files together with the hand-written code of the client, as the build does.</summary>
    public CSharpCompilation Compile(CompilerArguments arguments)
    {
        var parsed = arguments.Parsed;
        var written = parsed.SourceFiles.Select(file => file.Path)
            .Where(file => !file.Replace('\\', '/').Contains($"/{Folder}/", StringComparison.Ordinal))
            .Select(file => Parse(File.ReadAllBytes(file), file, parsed.ParseOptions));
        var generated = Files.Select(file => Parse(file.Value, $"{Folder}/{file.Key}", parsed.ParseOptions));
        var references = parsed.MetadataReferences.Select(reference => MetadataReference.CreateFromFile(reference.Reference, reference.Properties));
        return CSharpCompilation.Create(parsed.CompilationName, written.Concat(generated), references, parsed.CompilationOptions.WithStrongNameProvider(new DesktopStrongNameProvider(parsed.KeyFileSearchPaths)));
    }

    /// <summary>Returns whether a location in a compilation is in a generated file.</summary>
    public static bool IsGenerated(Location location) => location.SourceTree?.FilePath.StartsWith($"{Folder}/", StringComparison.Ordinal) == true;

    private static SyntaxTree Parse(byte[] text, string path, CSharpParseOptions options) =>
        CSharpSyntaxTree.ParseText(SourceText.From(text, text.Length, Encoding.UTF8), options, path);
}
