using Aurora.Spec.Documents;
using Aurora.Spec.Validation;

namespace Aurora.Spec.Tests.Validation;

[TestFixture]
public sealed class DocumentValidatorTests
{
    private static readonly string Vendors = File.ReadAllText(TestRepository.Document);

    [Test]
    public void The_vendors_document_is_valid() => DocumentValidator.EnsureValid(SpecDocument.Parse("aurora.yaml", Vendors));

    [TestCase("openapi: 3.0.3", "swagger: '2.0'", "a.yaml:1: it is an OpenAPI 2.0 document (Swagger).")]
    [TestCase("openapi: 3.0.3", "openapi: 3.1.0", "a.yaml:1: it is an OpenAPI 3.1.0 document.")]
    [TestCase("openapi: 3.0.3\n", "", "a.yaml: it is no OpenAPI document: there is no key 'openapi'.")]
    [TestCase("schemas/AuroraFlow'", "schemas/Nowhere'", "a.yaml:39: #/paths/~1api~1aurora~1/get/responses/200/content/application~1json/schema/items/$ref: '#/components/schemas/Nowhere' leads nowhere.")]
    [TestCase("'#/components/schemas/AuroraFlow'", "'https://docs.example/a.yaml#/A'", "a.yaml:39: #/paths/~1api~1aurora~1/get/responses/200/content/application~1json/schema/items/$ref: 'https://docs.example/a.yaml#/A' leads out of the document. All that it needs has to stand in it.")]
    [TestCase("      operationId: aurora_list\n", "", "a.yaml:10: #/paths/~1api~1aurora~1/get: the operation has no operationId, from which the method has its name.")]
    [TestCase("  /api/aurora/:\n", "  /api/aurora/{id}/:\n", "a.yaml:10: #/paths/~1api~1aurora~1{id}~1/get: the path has a parameter 'id', which the operation does not declare.")]
    [TestCase("        - in: query\n          name: ids\n", "        - in: path\n          name: ids\n          required: true\n", "a.yaml:10: #/paths/~1api~1aurora~1/get: the operation declares a path parameter 'ids', which its path does not have.")]
    [TestCase("              schema:\n                type: array", "              schema:\n                type: arry", "a.yaml:37: #/paths/~1api~1aurora~1/get/responses/200/content/application~1json/schema/type: Invalid schema type identifier: arry")]
    [TestCase("          nullable: true\n          description: Name", "          nulable: true\n          description: Name", "a.yaml:63: #/components/schemas/AuroraFlow/properties/name: nulable is not a valid property")]
    [TestCase("maxLength: 255", "maxLength: many", "a.yaml:1: #: The input string 'many' was not in a correct format.")]
    [TestCase("      responses:", "      x-responses:", "a.yaml:10: #/paths/~1api~1aurora~1/get: Responses must contain at least one response")]
    public void What_the_generator_cannot_take_is_found_with_its_place(string find, string replacement, string first)
    {
        Assert.That(Vendors, Does.Contain(find));

        Assert.That(Findings(Vendors.Replace(find, replacement, StringComparison.Ordinal))[0], Is.EqualTo(first));
    }

    [Test]
    public void Document_without_paths_is_refused()
    {
        var start = Vendors.IndexOf("  /api/aurora/:", StringComparison.Ordinal);
        var end = Vendors.IndexOf("components:", StringComparison.Ordinal);

        Assert.That(Findings(Vendors[..start].Replace("paths:", "paths: {}", StringComparison.Ordinal) + Vendors[end..])[0], Does.EndWith("the document has no operation."));
    }

    [Test]
    public void Two_operations_of_one_name_are_refused() =>
        Assert.That(
            Findings(Vendors.Replace("paths:\n", "paths:\n  /other/:\n    get:\n      operationId: aurora_list\n      responses:\n        '200': { description: '' }\n", StringComparison.Ordinal))[0],
            Does.EndWith("the operationId 'aurora_list' is that of GET /other/ too."));

    [Test]
    public void Many_findings_are_cut()
    {
        var findings = Findings(Vendors.Replace("          readOnly: true", "          readonly: true", StringComparison.Ordinal).Replace("          description:", "          describtion:", StringComparison.Ordinal));

        Assert.That(findings, Has.Count.EqualTo(22));
        Assert.That(findings[20], Does.Match("^And [0-9]+ more.$"));
    }

    private static IReadOnlyList<string> Findings(string text) =>
        Assert.Throws<SpecException>(() => DocumentValidator.EnsureValid(SpecDocument.Parse("a.yaml", text)))!.Lines;
}
