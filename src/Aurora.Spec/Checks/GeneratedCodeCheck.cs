using System.Reflection;
using Aurora.Spec.Files;
using Aurora.Spec.Processes;

namespace Aurora.Spec.Checks;

/// <summary>The generated code is, byte for byte, what NSwag makes of the document, the settings and the templates.</summary>
internal sealed class GeneratedCodeCheck : ICheck
{
    private const string Folder = "src/Aurora.Client/Generated";
    private const string Generate = "dotnet build -t:Generate src/Aurora.Client";

    // The version that this tool was built with, which is the client's: both have it from Directory.Packages.props.
    private static readonly string NSwag = typeof(GeneratedCodeCheck).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "NSwag").Value!;

    public string Name => "generated code";

    public async Task<CheckResult> RunAsync(Repository repository, CancellationToken cancellationToken)
    {
        using var folder = new TemporaryFolder();
        var made = await GenerateAsync(repository, folder.Path, cancellationToken);
        var committed = Contents(repository.PathOf(Folder));
        return CheckResult.Of(
        [
            .. made.Where(file => !committed.ContainsKey(file.Key)).Select(file => new Finding($"{Folder}/{file.Key} is missing", Generate)),
            .. made.Where(file => committed.TryGetValue(file.Key, out var bytes) && !bytes.AsSpan().SequenceEqual(file.Value))
                .Select(file => new Finding($"{Folder}/{file.Key} is not what openapi/ and nswag.json make it", Generate)),
            .. committed.Keys.Except(made.Keys).Select(name => new Finding($"{Folder}/{name} is not generated, and has no place there", $"git rm -f {Folder}/{name}")),
        ]);
    }

    private static async Task<SortedDictionary<string, byte[]>> GenerateAsync(Repository repository, string output, CancellationToken cancellationToken)
    {
        var run = await DotnetProcess.RunAsync(
            repository.Root, [NSwag, "run", "nswag.json", $"/variables:Document={repository.PathOf(Repository.Document)},Output={output}"], cancellationToken);
        var made = Contents(output);
        // On a document without paths it ends well, and makes nothing.
        if (run.ExitCode != 0 || made.Count == 0)
            throw new SpecException($"NSwag made no client of {Repository.Document} (exit code {run.ExitCode}).", $"Build it, which tells more: {Generate}", run.Output.TrimEnd());
        return made;
    }

    private static SortedDictionary<string, byte[]> Contents(string folder) => Directory.Exists(folder)
        ? new(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(file => Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllBytes), StringComparer.Ordinal)
        : [];
}
