using System.Text;
using Aurora.Spec.Documents;
using Aurora.Spec.Validation;

namespace Aurora.Spec.Tests.Validation;

[TestFixture]
public sealed class DocumentValidatorTests
{
    private static readonly string Committed = TestRepository.DocumentText;

    [Test]
    public void Committed_document_is_valid() =>
        Assert.That(() => DocumentValidator.EnsureValid(SpecDocument.Parse("aurora.yaml", Committed)), Throws.Nothing);

    [TestCase("update-ref-into-property.yaml")]
    [TestCase("update-json-emoji.json")]
    public void Document_with_a_rare_form_is_valid(string name)
    {
        var text = File.ReadAllText(Path.Combine(TestRepository.Root, "tests", "Aurora.Spec.Tests", "Growth", "Documents", name));

        Assert.That(() => DocumentValidator.EnsureValid(SpecDocument.Parse(name, text)), Throws.Nothing);
    }

    [Test]
    public void Escaped_line_separator_is_refused() =>
        Assert.That(() => DocumentValidator.EnsureValid(SpecDocument.Parse("a.yaml", Committed.Replace("description: Failed reason", "description: \"Failed\\u2028reason\"", StringComparison.Ordinal))),
            Throws.InstanceOf<SpecException>().With.Message.Contains("128: #/components/schemas/AuroraFlow/properties/failed_reason/description: the text contains U+2028"));

    // A text in the committed document, its replacement, and the expected findings.
    [TestCase("openapi: 3.0.3", "openapi: 3.1.0", "1: #/openapi: OpenAPI 3.1.0 is not supported, only 3.0.")]
    [TestCase("openapi: 3.0.3", "openapi: 3.0", "1: #/openapi: OpenAPI 3.0 is not supported, only 3.0.")]
    [TestCase("openapi: 3.0.3", "openapi: 3.0.3-rc", "1: #/openapi: OpenAPI 3.0.3-rc is not supported, only 3.0.")]
    [TestCase("openapi: 3.0.3", "openapi: 4.0.0", "1: #/openapi: OpenAPI 4.0.0 is not supported, only 3.0.")]
    [TestCase("openapi: 3.0.3", "swagger: '2.0'", "1: #/swagger: Swagger 2.0 is not supported, only OpenAPI 3.0.")]
    [TestCase("openapi: 3.0.3", "x-openapi: 3.0.3", "1: #: the key 'openapi' with the version is missing.")]
    [TestCase("'#/components/schemas/AuroraFlow'", "'#/components/schemas/Nothing'", "39: #/paths/~1api~1aurora~1/get/responses/200/content/application~1json/schema/items/$ref: '#/components/schemas/Nothing' has no target.")]
    [TestCase("'#/components/schemas/AuroraFlow'", "'other.yaml#/AuroraFlow'", "39: #/paths/~1api~1aurora~1/get/responses/200/content/application~1json/schema/items/$ref: 'other.yaml#/AuroraFlow' refers to another document, but the document must be self-contained.")]
    [TestCase("'#/components/schemas/AuroraFlow'", "'https://example.com/a.yaml'", "39: #/paths/~1api~1aurora~1/get/responses/200/content/application~1json/schema/items/$ref: 'https://example.com/a.yaml' refers to another document, but the document must be self-contained.")]
    [TestCase("    get:", "    fetch:", "8: #/paths: the document has no operations.", "10: #/paths/~1api~1aurora~1/fetch: 'fetch' is not a key of OpenAPI 3.0.")]
    [TestCase("      operationId: aurora_list\n", "", "10: #/paths/~1api~1aurora~1/get: the operation has no operationId, which is required for the name of its method.")]
    [TestCase("operationId: aurora_list", "operationId: ' '", "10: #/paths/~1api~1aurora~1/get: the operation has no operationId, which is required for the name of its method.")]
    [TestCase("  /api/aurora/:", "  /api/aurora/{id}/:", "10: #/paths/~1api~1aurora~1{id}~1/get: the path contains '{id}', but no path parameter declares it.")]
    [TestCase("- in: query\n          name", "- in: path\n          required: true\n          name", "18: #/paths/~1api~1aurora~1/get/parameters/0/in: the path parameter 'ids' is not in the path '/api/aurora/'.")]
    [TestCase("        - X-API-ID: []", "        - X-API: []", "42: #/paths/~1api~1aurora~1/get/security/0/X-API: the security scheme 'X-API' does not exist.")]
    [TestCase("maxLength: 255", "maxLength: many", "67: #/components/schemas/AuroraFlow/properties/name/maxLength: 'many' is not a whole number from 0 to 2147483647.")]
    [TestCase("maxLength: 255", "maxLength: '255'", "67: #/components/schemas/AuroraFlow/properties/name/maxLength: '255' is not a whole number from 0 to 2147483647.")]
    [TestCase("maxLength: 255", "maxLength: 1.5", "67: #/components/schemas/AuroraFlow/properties/name/maxLength: '1.5' is not a whole number from 0 to 2147483647.")]
    [TestCase("maxLength: 255", "maximum: [1]", "67: #/components/schemas/AuroraFlow/properties/name/maximum: this is not a number.")]
    [TestCase("maxLength: 255", "deprecated: perhaps", "67: #/components/schemas/AuroraFlow/properties/name/deprecated: 'perhaps' is not true or false.")]
    [TestCase("maxLength: 255", "maxLenght: 255", "67: #/components/schemas/AuroraFlow/properties/name/maxLenght: 'maxLenght' is not a key of OpenAPI 3.0.")]
    [TestCase("          description: ''\n", "", "33: #/paths/~1api~1aurora~1/get/responses/200/description: The field 'description' in 'response' object is REQUIRED.")]
    public void Broken_rule_is_refused_with_line_and_pointer(string old, string changed, params string[] findings)
    {
        Assert.That(Committed, Does.Contain(old));

        Assert.That(FindingsOf(ReplaceFirst(Committed, old, changed)), Is.EqualTo(findings));
    }

    [Test]
    public void Unknown_type_is_refused() => Assert.That(
        FindingsOf(ReplaceFirst(Committed, "type: object", "type: objct"))[0],
        Does.Match("^[0-9]+: #/components/schemas/AuroraFlow/type: Invalid schema type identifier: objct"));

    [Test]
    public void Finding_that_the_library_repeats_is_reported_once() =>
        Assert.That(FindingsOf(Committed.Replace("in: query", "in: qury", StringComparison.Ordinal)), Is.Unique.And.Some.Contains("Enum value qury is not recognized."));

    [Test]
    public void Operation_without_responses_is_refused() => Assert.That(
        FindingsOf(ReplaceFirst(Committed, "      responses:", "      x-responses:")),
        Is.EqualTo(new[] { "10: #/paths/~1api~1aurora~1/get/responses: Responses must contain at least one response" }));

    [Test]
    public void Document_without_paths_is_refused() => Assert.That(
        FindingsOf("openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths: {}\n"),
        Is.EqualTo(new[] { "3: #/paths: the document has no operations." }));

    [Test]
    public void Duplicate_operationId_is_refused() => Assert.That(
        FindingsOf(Operations("a: {get: {operationId: one, responses: &r}, post: {operationId: one, responses: &r}}")),
        Is.EqualTo(new[] { "4: #/paths/~1a/post/operationId: the operationId 'one' is already used in line 4." }));

    [Test]
    public void Reference_cycle_is_refused() => Assert.That(
        FindingsOf(Operations("a: {get: {operationId: one, responses: &r}}") + "components: {schemas: {A: {$ref: '#/components/schemas/B'}, B: {$ref: '#/components/schemas/A'}}}\n"),
        Has.All.Contains("is part of a cycle"));

    [Test]
    public void Recursive_schema_is_valid() => Assert.That(
        FindingsOf(Operations("a: {get: {operationId: one, responses: &r}}") + "components: {schemas: {A: {type: object, properties: {next: {$ref: '#/components/schemas/A'}}}}}\n"),
        Is.Empty);

    [Test]
    public void Shared_and_referenced_path_parameters_are_valid() => Assert.That(
        FindingsOf(Operations("a/{id}/{part}: {parameters: [{name: id, in: path, required: true, schema: {type: string}}], get: {operationId: one, parameters: [{$ref: '#/components/parameters/part'}], responses: &r}}")
            + "components: {parameters: {part: {name: part, in: path, required: true, schema: {type: string}}}}\n"),
        Is.Empty);

    [Test]
    public void Names_that_the_document_chooses_are_not_keys_of_OpenAPI() => Assert.That(
        FindingsOf(Operations("a: {get: {operationId: one, responses: &r}}")
            + "components: {schemas: {default: {type: object, example: {$ref: 'x', maxLength: many}, properties: {nullable: {type: string}, properties: {type: object, default: {$ref: 'x'}}, default: {type: string}}}}}\n"),
        Is.Empty);

    [Test]
    public void Reference_in_a_property_called_default_is_checked() => Assert.That(
        FindingsOf(Operations("a: {get: {operationId: one, responses: &r}}")
            + "components: {schemas: {A: {type: object, properties: {default: {$ref: '#/components/schemas/None'}}}}}\n"),
        Is.EqualTo(new[] { "5: #/components/schemas/A/properties/default/$ref: '#/components/schemas/None' has no target." }));

    [Test]
    public void Message_lists_every_finding_and_then_the_fix()
    {
        var broken = Committed.Replace("maxLength:", "maxLenght:", StringComparison.Ordinal).Replace("operationId: aurora_list", "x-id: 1", StringComparison.Ordinal);

        var exception = Assert.Catch<SpecException>(() => DocumentValidator.EnsureValid(SpecDocument.Parse("a.yaml", broken)));

        Assert.That(exception!.Lines, Has.Count.EqualTo(4));
        Assert.That(exception.Lines[0], Is.EqualTo("a.yaml:10: #/paths/~1api~1aurora~1/get: the operation has no operationId, which is required for the name of its method."));
        Assert.That(exception.Lines[3], Does.StartWith("Ask the vendor"));
    }

    [Test]
    public void Finding_in_a_page_has_its_line_in_the_page() => Assert.That(
        () => DocumentValidator.EnsureValid(SpecDocument.Parse("page.md", "swagger: '2.0'\n", 13)),
        Throws.TypeOf<SpecException>().With.Message.StartsWith("page.md:14: #/swagger: "));

    [Test, CancelAfter(60_000)]
    public void Document_of_5_MB_is_valid()
    {
        var schema = Committed[Committed.IndexOf("    AuroraFlow:", StringComparison.Ordinal)..Committed.IndexOf("    ModelVersion477Enum:\n", StringComparison.Ordinal)];
        var many = new StringBuilder();
        for (var i = 0; many.Length < 5_000_000; i++)
            many.Append(schema.Replace("AuroraFlow:", $"Flow{i}:", StringComparison.Ordinal));

        Assert.That(FindingsOf(ReplaceFirst(Committed, "  securitySchemes:", many + "  securitySchemes:")), Is.Empty);
    }

    private static string[] FindingsOf(string text)
    {
        try
        {
            DocumentValidator.EnsureValid(SpecDocument.Parse("a.yaml", text));
            return [];
        }
        catch (SpecException exception)
        {
            return [.. exception.Lines.SkipLast(1).Select(line => line["a.yaml:".Length..])];
        }
    }

    private static string Operations(string path) =>
        $"openapi: 3.0.3\ninfo: {{title: T, version: '1'}}\npaths:\n  /{path.Replace("&r", "{'200': {description: ''}}", StringComparison.Ordinal)}\n";

    private static string ReplaceFirst(string text, string old, string changed)
    {
        var at = text.IndexOf(old, StringComparison.Ordinal);
        return text[..at] + changed + text[(at + old.Length)..];
    }
}
