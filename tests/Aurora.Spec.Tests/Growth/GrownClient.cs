using System.Reflection;
using System.Runtime.Loader;
using Aurora.Spec.Documents;
using Aurora.Spec.Generation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Aurora.Spec.Tests.Growth;

/// <summary>A client that is generated from another document, compiled together with a caller, and loaded.</summary>
internal static class GrownClient
{
    private static readonly Lazy<Task<IReadOnlyList<CompilerArguments>>> Frameworks = new(() => CompilerArguments.ReadAsync(RepositoryCopy.Original, CancellationToken.None));

    /// <summary>Generates the client, compiles it for every target framework, and calls <c>Caller.CallAsync</c>.</summary>
    public static async Task<string> CallAsync(SpecDocument document, string caller, Uri address)
    {
        var frameworks = await Frameworks.Value;
        var client = await GeneratedClient.CreateAsync(RepositoryCopy.Original, document, CancellationToken.None);
        Assert.That(GenerationGate.Errors(RepositoryCopy.Original, client, [.. frameworks.Select(client.Compile)], CancellationToken.None), Is.Empty);

        var framework = frameworks.Single(framework => framework.Framework == "net10.0");
        var compilation = client.Compile(framework).WithAssemblyName("Grown")
            .AddSyntaxTrees(CSharpSyntaxTree.ParseText(await File.ReadAllTextAsync(caller), framework.Parsed.ParseOptions.WithDocumentationMode(DocumentationMode.None), caller));
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        Assert.That(emitted.Success, Is.True, string.Join('\n', emitted.Diagnostics));
        image.Position = 0;

        var loading = new AssemblyLoadContext("grown", isCollectible: true);
        var packages = Path.GetDirectoryName(RepositoryCopy.Original.PathOf($"src/Aurora.Client/bin/{Repository.Configuration}/net10.0/Aurora.Client.dll"))!;
        loading.Resolving += (context, name) => File.Exists(Path.Combine(packages, name.Name + ".dll")) ? context.LoadFromAssemblyPath(Path.Combine(packages, name.Name + ".dll")) : null;
        var call = loading.LoadFromStream(image).GetType("Caller")!.GetMethod("CallAsync", BindingFlags.Public | BindingFlags.Static)!;
        return await (Task<string>)call.Invoke(null, [address])!;
    }
}
