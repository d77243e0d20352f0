using System.Reflection;

namespace Aurora.Spec.Processes;

/// <summary>The generator, run as the build runs it, with the repository's settings and templates.</summary>
internal static class NSwag
{
    // The version that this tool was built with, which is the client's: both have it from Directory.Packages.props.
    private static readonly string Tool = typeof(NSwag).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "NSwag").Value!;

    /// <param name="repository">Has the settings and the templates.</param>
    /// <param name="document">The full path of the document.</param>
    /// <param name="output">An empty folder.</param>
    /// <param name="wayOut">What to do about a failure.</param>
    /// <param name="cancellationToken">Ends the generator.</param>
    /// <returns>The files by their names.</returns>
    /// <exception cref="SpecException">It made no client.</exception>
    public static async Task<SortedDictionary<string, byte[]>> GenerateAsync(Repository repository, string document, string output, string wayOut, CancellationToken cancellationToken)
    {
        var run = await DotnetProcess.RunAsync(
            repository.Root, [Tool, "run", "nswag.json", $"/variables:Document={document},Output={output}"], cancellationToken);
        var made = Contents(output);
        // On a document without paths it ends well, and makes nothing.
        if (run.ExitCode != 0 || made.Count == 0)
            throw new SpecException($"NSwag made no client of {Path.GetFileName(document)} (exit code {run.ExitCode}).", wayOut, MessageOf(run.Output));
        return made;
    }

    // It prints where in its own code it failed, which tells a maintainer nothing.
    private static string MessageOf(string output) => string.Join('\n', output.TrimEnd().Split('\n').Where(line => !line.StartsWith("   at ", StringComparison.Ordinal)));

    /// <summary>Every file below a folder, by its path with slashes.</summary>
    public static SortedDictionary<string, byte[]> Contents(string folder) => Directory.Exists(folder)
        ? new(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(file => Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllBytes), StringComparer.Ordinal)
        : [];
}
