using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Aurora.Spec.Generation;

/// <summary>The code that is generated from one document. Nothing in the repository changes.</summary>
internal sealed record GeneratedClient(SpecDocument Document, IReadOnlyDictionary<string, byte[]> Files)
{
    /// <summary>The folder to which the build writes the files.</summary>
    public const string Folder = "src/Aurora.Client/Generated";

    /// <summary>Runs the generator in a temporary folder.</summary>
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
        var generated = Files.Select(file => CompilerArguments.Parse(file.Value, $"{Folder}/{file.Key}", parsed.ParseOptions));
        return CSharpCompilation.Create(
            parsed.CompilationName, arguments.Written.Concat(generated), arguments.References,
            parsed.CompilationOptions.WithStrongNameProvider(new DesktopStrongNameProvider(parsed.KeyFileSearchPaths)));
    }

    /// <summary>Returns whether the build writes a file to the folder.</summary>
    public static bool Contains(string file) => file.Replace('\\', '/').Contains($"/{Folder}/", StringComparison.Ordinal);

    /// <summary>Returns whether a location in a compilation is in a generated file.</summary>
    public static bool IsGenerated(Location location) => location.SourceTree?.FilePath.StartsWith($"{Folder}/", StringComparison.Ordinal) == true;
}
