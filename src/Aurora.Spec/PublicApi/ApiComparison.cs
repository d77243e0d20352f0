using System.Runtime.Loader;
using DiffPlex.Renderer;
using Mono.Cecil;
using PublicApiGenerator;

namespace Aurora.Spec.PublicApi;

/// <summary>Compares the approved public API with that of the built package.</summary>
internal sealed record ApiComparison(ApiSnapshot Snapshot, string Approved, string Built)
{
    public const string AcceptCommand = $"{Repository.ToolCommand} api --accept";

    public bool IsSame => Approved == Built;

    /// <summary>The unified diff from the approved to the built API; empty if they are the same.</summary>
    public string Difference => IsSame
        ? ""
        : UnidiffRenderer.GenerateUnidiff(Approved, Built, Snapshot.ApprovedFile, Snapshot.BuiltFile, ignoreWhitespace: false, ignoreCase: false).ReplaceLineEndings("\n").TrimEnd('\n');

    /// <summary>The content that <see cref="AcceptCommand"/> writes to the approved file.</summary>
    public byte[] Content => Encoding.UTF8.GetBytes(Built);

    public static ApiComparison Of(ApiSnapshot snapshot, Repository repository)
    {
        var approved = repository.PathOf(snapshot.ApprovedFile);
        return new ApiComparison(snapshot, File.Exists(approved) ? File.ReadAllText(approved) : "", ApiReader.Read(snapshot.BuiltIn(repository)));
    }
}

/// <summary>Reads the public API of a built assembly as text. The same API has the same text on every machine.</summary>
internal static class ApiReader
{
    private static readonly ApiGeneratorOptions Options = new()
    {
        // Assembly attributes describe the build, and callers do not compile against them.
        IncludeAssemblyAttributes = false,
        // AddAuroraClient is in Microsoft.Extensions.DependencyInjection, which the generator skips by default.
        DenyNamespacePrefixes = [],
        // Attributes for the debugger are not part of the API.
        ExcludeAttributes = ["System.Diagnostics.DebuggerDisplayAttribute", "System.Diagnostics.DebuggerBrowsableAttribute"],
    };

    /// <exception cref="SpecException">An assembly that it refers to is not in the same folder.</exception>
    public static string Read(string assemblyFile)
    {
        // The generator reads the file at the assembly's location. In a separate context, another assembly of the same name can be loaded as well.
        var context = new AssemblyLoadContext(assemblyFile, isCollectible: true);
        try
        {
            return context.LoadFromAssemblyPath(assemblyFile).GeneratePublicApi(Options).ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        }
        catch (AssemblyResolutionException exception)
        {
            throw new SpecException(
                $"{assemblyFile} refers to {exception.AssemblyReference.Name}, which is not in the same folder.",
                "Set CopyLocalLockFileAssemblies in its project, and build it.");
        }
        finally
        {
            context.Unload();
        }
    }
}

/// <summary>The reviewed file that contains the public API of one package for one target framework.</summary>
internal sealed record ApiSnapshot(string Package, string Framework)
{
    /// <summary>All packages that callers compile against. Aurora.Cli is a tool, so its API is the command line.</summary>
    public static IReadOnlyList<ApiSnapshot> All { get; } =
        [new("Aurora.Client", "netstandard2.0"), new("Aurora.Client", "net8.0"), new("Aurora.Client", "net10.0"), new("Aurora.Testing", "net8.0"), new("Aurora.Testing", "net10.0")];

    public string Project => $"src/{Package}";

    public string ApprovedFile => $"{Project}/PublicApi/{Framework}.approved.txt";

    public string BuiltFile => $"{Project}/bin/{Repository.Configuration}/{Framework}/{Package}.dll";

    /// <summary>The full path of <see cref="BuiltFile"/>.</summary>
    public string BuiltIn(Repository repository)
    {
        var built = repository.PathOf(BuiltFile);
        return File.Exists(built)
            ? built
            : throw new SpecException($"{BuiltFile} does not exist, so its API cannot be read.", $"To build it, run: dotnet build {Project} -c {Repository.Configuration}");
    }
}
