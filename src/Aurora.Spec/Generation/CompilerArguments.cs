using System.Text.Json;
using System.Text.Json.Nodes;
using Aurora.Spec.Processes;
using Microsoft.CodeAnalysis.CSharp;

namespace Aurora.Spec.Generation;

/// <summary>How the build compiles the client for one target framework.</summary>
/// <param name="Framework">The target framework, such as <c>net10.0</c>.</param>
/// <param name="Parsed">The parsed arguments of the compiler.</param>
internal sealed record CompilerArguments(string Framework, CSharpCommandLineArguments Parsed)
{
    private const string Project = "src/Aurora.Client";
    private const string Target = "GetCompilerArguments";

    /// <summary>Reads the arguments for every target framework from the client's project without compiling it.</summary>
    /// <exception cref="SpecException">The project cannot be evaluated.</exception>
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
