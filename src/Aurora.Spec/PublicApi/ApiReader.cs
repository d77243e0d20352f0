using System.Runtime.Loader;
using Mono.Cecil;
using PublicApiGenerator;

namespace Aurora.Spec.PublicApi;

/// <summary>Reads the public API of a built assembly as text: the same bytes on every machine, for every build of the same API.</summary>
internal static class ApiReader
{
    private static readonly ApiGeneratorOptions Options = new()
    {
        // They name the build, the document and the tests; no caller compiles against them.
        IncludeAssemblyAttributes = false,
        // AddAuroraClient stands in Microsoft.Extensions.DependencyInjection, where the generator by default does not look.
        DenyNamespacePrefixes = [],
        // How a debugger shows a value is no promise. GeneratedCode, which names NSwag's version, is left out by default.
        ExcludeAttributes = ["System.Diagnostics.DebuggerDisplayAttribute", "System.Diagnostics.DebuggerBrowsableAttribute"],
    };

    /// <exception cref="SpecException">What the assembly refers to is not beside it.</exception>
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
                $"{assemblyFile} refers to {exception.AssemblyReference.Name}, which is not beside it.",
                "Its project must set CopyLocalLockFileAssemblies, and be built with it.");
        }
        finally
        {
            context.Unload();
        }
    }
}
