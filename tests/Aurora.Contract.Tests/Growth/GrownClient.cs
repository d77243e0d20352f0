using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Loader;
using Aurora.Spec;
using Aurora.Spec.Documents;
using Aurora.Spec.Generation;
using Aurora.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Aurora.Contract.Tests.Growth;

/// <summary>
/// A client that is generated from another document and compiled as the build compiles it. It is loaded in the place of the client of this build,
/// together with new copies of the assemblies that use a client: the fake, and these tests.
/// </summary>
internal sealed class GrownClient : AssemblyLoadContext
{
    private const string Usings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading.Tasks;";

    private static readonly Repository Repository = new(TestRepository.Root);

    private static readonly Lazy<Task<CompilerArguments>> Compiler = new(ReadCompilerAsync);

    private static readonly ConcurrentDictionary<string, Lazy<Task<GrownClient>>> Clients = new();

    private readonly CompilerArguments _arguments;
    private readonly byte[] _image;
    private readonly Assembly _client;

    private GrownClient(string name, CompilerArguments arguments, byte[] image)
        : base(name) => (_arguments, _image, _client) = (arguments, image, LoadFromStream(new MemoryStream(image)));

    /// <summary>Returns the client of a document. All tests share the client.</summary>
    public static Task<GrownClient> OfAsync(SpecDocument document) =>
        Clients.GetOrAdd(document.Text, _ => new Lazy<Task<GrownClient>>(() => CompileAsync(document))).Value;

    /// <summary>Returns a static method of these tests that uses the client.</summary>
    /// <param name="method">A method that has only types as parameters and as result that no client defines.</param>
    public TDelegate Bind<TDelegate>(TDelegate method)
        where TDelegate : Delegate =>
        LoadFromAssemblyName(method.Method.DeclaringType!.Assembly.GetName()).GetType(method.Method.DeclaringType.FullName!)!
            .GetMethod(method.Method.Name, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!.CreateDelegate<TDelegate>();

    /// <summary>Compiles and loads the code of a caller, which can use the client, the fake and NUnit.</summary>
    public Assembly Compile(string file)
    {
        Assembly[] others = [typeof(AuroraServer).Assembly, typeof(TestAttribute).Assembly];
        var references = _arguments.References.Append(MetadataReference.CreateFromImage(_image)).Concat(others.Select(other => MetadataReference.CreateFromFile(other.Location)));
        var code = ((string[])[File.ReadAllText(file), Usings]).Select(text => CSharpSyntaxTree.ParseText(text, _arguments.Parsed.ParseOptions.WithDocumentationMode(DocumentationMode.None)));
        return LoadFromStream(new MemoryStream(Emit(CSharpCompilation.Create(Path.GetFileNameWithoutExtension(file), code, references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)))));
    }

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (assemblyName.Name == _client.GetName().Name)
            return _client;
        var copy = Path.Combine(AppContext.BaseDirectory, assemblyName.Name + ".dll");
        return assemblyName.Name!.StartsWith("Aurora.", StringComparison.Ordinal) ? LoadFromAssemblyPath(copy) : null;
    }

    private static async Task<GrownClient> CompileAsync(SpecDocument document)
    {
        var generated = await GeneratedClient.CreateAsync(Repository, document, CancellationToken.None);
        var arguments = await Compiler.Value;
        return new GrownClient(document.Name, arguments, Emit(generated.Compile(arguments)));
    }

    private static byte[] Emit(CSharpCompilation compilation)
    {
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        Assert.That(emitted.Success, Is.True, string.Join('\n', emitted.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
        return image.ToArray();
    }

    private static async Task<CompilerArguments> ReadCompilerAsync() =>
        (await CompilerArguments.ReadAsync(Repository, CancellationToken.None)).Single(arguments => arguments.Framework == "net10.0");
}
