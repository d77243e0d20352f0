using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Loader;
using Aurora.Spec;
using Aurora.Spec.Documents;
using Aurora.Spec.Generation;
using Aurora.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Aurora.TestKit;

/// <summary>
/// A client that is generated from another document and compiled as the build compiles it. It is loaded in the place of the client of this build,
/// together with new copies of the assemblies that use a client, such as the fake.
/// </summary>
internal sealed class GrownClient : AssemblyLoadContext
{
    private const string Usings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading.Tasks;";

    private static readonly Repository Repository = new(TestRepository.Root);

    private static readonly Lazy<Task<IReadOnlyList<CompilerArguments>>> Frameworks = new(() => CompilerArguments.ReadAsync(Repository, CancellationToken.None));

    private static readonly ConcurrentDictionary<string, Lazy<Task<GrownClient>>> Clients = new();

    private readonly GeneratedClient _generated;
    private readonly IReadOnlyList<CompilerArguments> _frameworks;
    private readonly byte[] _image;
    private readonly Assembly _client;

    private GrownClient(GeneratedClient generated, IReadOnlyList<CompilerArguments> frameworks)
        : base(generated.Document.Name)
    {
        (_generated, _frameworks) = (generated, frameworks);
        _image = Emit(generated.Compile(Current));
        _client = LoadFromStream(new MemoryStream(_image));
    }

    private CompilerArguments Current => _frameworks.Single(arguments => arguments.Framework == "net10.0");

    /// <summary>Returns the client of a document. All tests of an assembly share the client.</summary>
    public static Task<GrownClient> OfAsync(SpecDocument document) =>
        Clients.GetOrAdd(document.Text, _ => new Lazy<Task<GrownClient>>(() => CreateAsync(document))).Value;

    /// <summary>Returns the errors of the client for all other target frameworks.</summary>
    public IReadOnlyList<string> Errors() =>
        GenerationGate.Errors(Repository, _generated, [.. _frameworks.Where(arguments => arguments != Current).Select(_generated.Compile)], CancellationToken.None);

    /// <summary>Returns a static method of the tests that uses this client.</summary>
    /// <param name="method">A method whose parameters and result have types that do not depend on the client.</param>
    public TDelegate Bind<TDelegate>(TDelegate method)
        where TDelegate : Delegate
    {
        var type = method.Method.DeclaringType!;
        return LoadFromAssemblyName(type.Assembly.GetName()).GetType(type.FullName!)!
            .GetMethod(method.Method.Name, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!.CreateDelegate<TDelegate>();
    }

    /// <summary>Compiles and loads the code of a caller, which can use the client, the fake and NUnit.</summary>
    public Assembly Compile(string file)
    {
        var parsing = Current.Parsed.ParseOptions.WithDocumentationMode(DocumentationMode.None);
        var references = new[] { typeof(AuroraServer).Assembly, typeof(TestAttribute).Assembly }.Select(assembly => MetadataReference.CreateFromFile(assembly.Location))
            .Append(MetadataReference.CreateFromImage(_image)).Concat(Current.References);
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);
        var code = new[] { File.ReadAllText(file), Usings }.Select(text => CSharpSyntaxTree.ParseText(text, parsing));
        return LoadFromStream(new MemoryStream(Emit(CSharpCompilation.Create(Path.GetFileNameWithoutExtension(file), code, references, options))));
    }

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (assemblyName.Name == _client.GetName().Name)
            return _client;
        var copy = Path.Combine(AppContext.BaseDirectory, assemblyName.Name + ".dll");
        return assemblyName.Name!.StartsWith("Aurora.", StringComparison.Ordinal) ? LoadFromAssemblyPath(copy) : null;
    }

    private static async Task<GrownClient> CreateAsync(SpecDocument document) =>
        new(await GeneratedClient.CreateAsync(Repository, document, CancellationToken.None), await Frameworks.Value);

    private static byte[] Emit(CSharpCompilation compilation)
    {
        using var image = new MemoryStream();
        var emitted = compilation.WithOptions(compilation.Options.WithOptimizationLevel(OptimizationLevel.Release)).Emit(image);
        Assert.That(emitted.Success, Is.True, string.Join('\n', emitted.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
        return image.ToArray();
    }
}
