using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Aurora.Spec.Generation;

/// <summary>How the build compiles the client for one target framework.</summary>
internal sealed record CompilerArguments(string Framework, CSharpCommandLineArguments Parsed)
{
    private const string Project = "src/Aurora.Client";
    private const string Target = "GetCompilerArguments";

    // All compilations share them, because reading an assembly takes longer than compiling the client.
    private static readonly ConcurrentDictionary<CommandLineReference, MetadataReference> Shared = new();

    public IReadOnlyList<MetadataReference> References => field ??=
        [.. Parsed.MetadataReferences.Select(reference => Shared.GetOrAdd(reference, _ => MetadataReference.CreateFromFile(reference.Reference, reference.Properties)))];

    /// <summary>The hand-written code of the client.</summary>
    public IReadOnlyList<SyntaxTree> Written => field ??=
        [.. Parsed.SourceFiles.Select(file => file.Path).Where(file => !GeneratedClient.Contains(file)).Select(file => Parse(File.ReadAllBytes(file), file, Parsed.ParseOptions))];

    /// <summary>Reads the arguments for every target framework from the client's project without compiling it.</summary>
    public static async Task<IReadOnlyList<CompilerArguments>> ReadAsync(Repository repository, CancellationToken cancellationToken)
    {
        var folder = repository.PathOf(Project);
        var run = await DotnetProcess.RunAsync(
            folder, ["msbuild", "-nologo", "-restore", "-nodeReuse:false", $"-t:{Target}", $"-getTargetResult:{Target}", $"-p:Configuration={Repository.Configuration}"], cancellationToken);
        if (run.ExitCode != 0)
            throw new SpecException($"{Project} cannot be evaluated (exit code {run.ExitCode}).", $"Build it and fix what it reports: dotnet build {Project}", run.Output.TrimEnd());
        return
        [
            .. Items(run.Output).GroupBy(item => (string)item![nameof(Framework)]!)
                .Select(items => new CompilerArguments(items.Key, Parse(items.Select(item => (string)item!["Identity"]!), folder))),
        ];
    }

    public static SyntaxTree Parse(byte[] text, string path, CSharpParseOptions options) =>
        CSharpSyntaxTree.ParseText(SourceText.From(text, text.Length, Encoding.UTF8), options, path);

    private static CSharpCommandLineArguments Parse(IEnumerable<string> arguments, string folder) =>
        CSharpCommandLineParser.Default.Parse(arguments, folder, sdkDirectory: null);

    private static JsonArray Items(string output)
    {
        try
        {
            return JsonNode.Parse(output)!["TargetResults"]![Target]!["Items"]!.AsArray();
        }
        catch (JsonException)
        {
            throw new SpecException($"{Project} cannot be evaluated: MSBuild did not print JSON.", $"Build it and fix what it reports: dotnet build {Project}", output.TrimEnd());
        }
    }
}
