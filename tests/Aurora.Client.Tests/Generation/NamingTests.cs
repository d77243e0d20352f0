using System.Text.RegularExpressions;

namespace Aurora.Client.Tests.Generation;

/// <summary>Checks that names that callers compile against stay the same when unrelated parts of the document change.</summary>
[TestFixture]
public sealed partial class NamingTests
{
    private static readonly string Document = File.ReadAllText(Path.Combine(TestRepository.Root, "openapi", "aurora.yaml"));

    [Test]
    public void New_status_and_its_new_hash_rename_no_type()
    {
        var changed = Generate(Document.Replace("StatusD69Enum", "StatusAb1Enum", StringComparison.Ordinal).Replace("- rejected\n", "- rejected\n        - brand_new\n", StringComparison.Ordinal));

        Assert.That(TypeNames(changed), Is.EqualTo(TypeNames(Generate(Document))));
        Assert.That(changed, Does.Contain("""public const string BrandNew = "brand_new";"""));
    }

    [TestCase("StatusEnum")]
    [TestCase("Status0ffEnum")]
    [TestCase("AuroraStatusEnum")]
    [TestCase("AuroraStatusF00Enum")]
    public void Enum_schema_with_any_hash_is_named_AuroraStatus(string schema) =>
        Assert.That(TypeNames(Generate(Document.Replace("StatusD69Enum", schema, StringComparison.Ordinal))), Does.Contain("AuroraStatus"));

    [Test]
    public void Name_that_ends_like_a_hash_is_kept() =>
        Assert.That(TypeNames(Generate(Document.Replace("StatusD69Enum", "SurfaceEnum", StringComparison.Ordinal))), Does.Contain("AuroraSurface"));

    [TestCase("in: query\n          name: ids", "in: cookie\n          name: ids", "a cookie")]
    [TestCase("application/json:", "application/pdf:", "The response of aurora_list is application/pdf")]
    public void Unsupported_part_of_the_document_is_a_compile_error(string find, string replacement, string message)
    {
        var generated = TestRepository.Generate(Document.Replace(find, replacement, StringComparison.Ordinal));

        Assert.That(GeneratedAssembly.Compile(generated).Diagnostics, Has.Some.Contains("CS1029").And.Contains(message));
    }

    private static string Generate(string document) => TestRepository.Generate(document)["Models.g.cs"];

    private static string[] TypeNames(string code) => [.. TypeDeclaration().Matches(code).Select(match => match.Groups[1].Value)];

    [GeneratedRegex(@"public (?:readonly )?partial (?:class|struct|interface) (\w+)")]
    private static partial Regex TypeDeclaration();
}
