using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Loader;
using System.Security.Cryptography;

namespace Aurora.Spec.Generation;

/// <summary>Runs the generator of the build in this process, with the settings and the templates of the repository.</summary>
internal static class NSwag
{
    // This tool and the client use the same version, from Directory.Packages.props.
    private static readonly string Tool = typeof(NSwag).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "NSwag").Value!;

    // NSwag reads each template once, so changed templates need other copies of its assemblies.
    private static readonly ConcurrentDictionary<string, Lazy<Assemblies>> Loaded = new();

    // NSwag does not promise that it can run twice at the same time.
    private static readonly SemaphoreSlim One = new(1);

    /// <param name="document">The full path of the document.</param>
    /// <param name="output">An empty folder.</param>
    public static async Task<SortedDictionary<string, byte[]>> GenerateAsync(Repository repository, string document, string output, string wayOut, CancellationToken cancellationToken)
    {
        string? failure = null;
        await One.WaitAsync(cancellationToken);
        try
        {
            await Loaded.GetOrAdd(HashOfTemplates(repository), _ => new(() => new Assemblies(Tool))).Value
                .RunAsync(repository.PathOf("nswag.json"), $"Document={document},Output={output}");
        }
        catch (Exception exception)
        {
            failure = MessageOf(exception.ToString());
        }
        finally
        {
            One.Release();
        }

        var made = Contents(output);
        // NSwag succeeds for a document without paths, but generates nothing.
        if (failure is not null || made.Count == 0)
            throw new SpecException($"NSwag generated no client from {Path.GetFileName(document)}.", wayOut, failure ?? "It found no operations.");
        return made;
    }

    /// <summary>Returns the files in a folder and its subfolders by their relative path, with slashes.</summary>
    public static SortedDictionary<string, byte[]> Contents(string folder) => Directory.Exists(folder)
        ? new(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(file => Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllBytes), StringComparer.Ordinal)
        : [];

    private static string HashOfTemplates(Repository repository) => Convert.ToHexString(SHA256.HashData(
        [.. Contents(repository.PathOf("openapi/templates")).SelectMany(template => Encoding.UTF8.GetBytes(template.Key).Concat(template.Value))]));

    // A maintainer does not need the stack trace of NSwag.
    private static string MessageOf(string output) => string.Join('\n', output.TrimEnd().Split('\n').Where(line => !line.StartsWith("   at ", StringComparison.Ordinal)));

    /// <summary>The assemblies of NSwag. It uses other versions of some libraries of this tool.</summary>
    private sealed class Assemblies(string tool) : AssemblyLoadContext("NSwag")
    {
        private readonly AssemblyDependencyResolver _resolver = new(tool);

        public async Task RunAsync(string settings, string variables)
        {
            var type = LoadFromAssemblyName(new AssemblyName("NSwag.Commands")).GetType("NSwag.Commands.NSwagDocument")!;
            var document = await (dynamic)type.GetMethod("LoadWithTransformationsAsync")!.Invoke(null, [settings, variables])!;
            await document.ExecuteAsync();
        }

        protected override Assembly? Load(AssemblyName assemblyName) =>
            _resolver.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFromAssemblyPath(path) : null;
    }
}
