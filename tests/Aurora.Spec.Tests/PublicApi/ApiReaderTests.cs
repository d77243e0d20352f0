using Aurora.Spec.PublicApi;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Aurora.Spec.Tests.PublicApi;

[TestFixture]
public sealed class ApiReaderTests
{
    private const string Video =
        """
        namespace Aurora.Client;
        public class Video { public string Name { get; set; } = ""; public int Rate(int stars) => stars; internal int Secret; }
        """;

    private string _folder = null!;

    [SetUp]
    public void Create() => _folder = Directory.CreateTempSubdirectory("aurora-api-").FullName;

    [TearDown]
    public void Delete() => Directory.Delete(_folder, recursive: true);

    [TestCase("public string Name { get; set; } = \"\";", "", "-        public string Name { get; set; }")]
    [TestCase("int stars", "short stars", "-        public int Rate(int stars) { }\n+        public int Rate(short stars) { }")]
    [TestCase("internal int Secret;", "public int Shown;", "+        public int Shown;")]
    [TestCase("public class", "[System.Obsolete] public class", "+    [System.Obsolete]")]
    public void Difference_shows_changes_that_affect_callers(string find, string replacement, string difference) =>
        Assert.That(Compare(Video.Replace(find, replacement, StringComparison.Ordinal)).Difference.Split('\n', 3)[2], Does.Contain(difference));

    [TestCase("=> stars", "=> stars * 2")]
    [TestCase("internal int Secret;", "private long _other;")]
    [TestCase("public class", "[System.CodeDom.Compiler.GeneratedCode(\"NSwag\", \"99\")] public class")]
    [TestCase("public class", "[System.Diagnostics.DebuggerDisplay(\"a\")] public class")]
    [TestCase("namespace", "[assembly: System.Reflection.AssemblyMetadata(\"Aurora.Document.Sha256\", \"abc\")] [assembly: System.Reflection.AssemblyVersion(\"9.0.0.0\")] namespace")]
    public void Difference_omits_changes_that_do_not_affect_callers(string find, string replacement)
    {
        var changed = Video.Replace(find, replacement, StringComparison.Ordinal);

        Assert.That(changed, Is.Not.EqualTo(Video));
        Assert.That(Compare(changed).Difference, Is.Empty);
    }

    [Test]
    public void Read_includes_extensions_in_other_namespaces()
    {
        var api = Read("namespace Microsoft.Extensions.DependencyInjection; public static class Added { public static int AddAurora(this string services) => 1; }");

        Assert.That(api, Does.Contain("AddAurora(this string services)").And.Not.Contain("\r"));
    }

    private ApiComparison Compare(string code) => new(ApiSnapshot.All[0], Read(Video), Read(code));

    private string Read(string code)
    {
        var file = Path.Combine(_folder, $"{Guid.NewGuid()}.dll");
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path));
        var result = CSharpCompilation.Create("Small", [CSharpSyntaxTree.ParseText(code)], references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).Emit(file);
        Assert.That(result.Success, Is.True, string.Join("\n", result.Diagnostics));
        return ApiReader.Read(file);
    }
}
