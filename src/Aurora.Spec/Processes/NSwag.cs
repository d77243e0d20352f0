using System.Reflection;

namespace Aurora.Spec.Processes;

/// <summary>Runs the generator as the build does, with the settings and the templates of the repository.</summary>
internal static class NSwag
{
    // This tool and the client use the same version, from Directory.Packages.props.
    private static readonly string Tool = typeof(NSwag).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "NSwag").Value!;

    /// <param name="document">The full path of the document.</param>
    /// <param name="output">An empty folder.</param>
    /// <param name="wayOut">The fix to show if the generator fails.</param>
    /// <returns>The files by their names.</returns>
    /// <exception cref="SpecException">The generator failed.</exception>
    public static async Task<SortedDictionary<string, byte[]>> GenerateAsync(Repository repository, string document, string output, string wayOut, CancellationToken cancellationToken)
    {
        var run = await DotnetProcess.RunAsync(
            repository.Root, [Tool, "run", "nswag.json", $"/variables:Document={document},Output={output}"], cancellationToken);
        var made = Contents(output);
        // NSwag succeeds for a document without paths, but generates nothing.
        if (run.ExitCode != 0 || made.Count == 0)
            throw new SpecException($"NSwag generated no client from {Path.GetFileName(document)} (exit code {run.ExitCode}).", wayOut, MessageOf(run.Output));
        return made;
    }

    // A maintainer does not need the stack trace of NSwag.
    private static string MessageOf(string output) => string.Join('\n', output.TrimEnd().Split('\n').Where(line => !line.StartsWith("   at ", StringComparison.Ordinal)));

    /// <summary>Returns the files in a folder and its subfolders by their relative path, with slashes.</summary>
    public static SortedDictionary<string, byte[]> Contents(string folder) => Directory.Exists(folder)
        ? new(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(file => Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllBytes), StringComparer.Ordinal)
        : [];
}
