using Aurora.Spec.Documents;
using Aurora.Spec.Generation;
using Aurora.Spec.Sources;

namespace Aurora.Spec.Tests.Generation;

/// <summary>Each case adds an operation to the vendor's document that the client cannot express.</summary>
[TestFixture]
[Parallelizable(ParallelScope.Children)]
public sealed class GenerationGateTests
{
    private const string Head = "openapi: 3.0.3\ninfo: { title: creatify.ai API, version: 1.0.0, description: API for creatify.ai }\nservers: []\nsecurity: []\npaths:\n";

    private const string Get = Head + "  /x/:\n    get:\n      operationId: x_get\n";

    private const string Returns = "      responses: { '200': { description: '', content: { application/json: { schema: { $ref: '#/components/schemas/X' } } } } }\n";

    private const string X = "components:\n  schemas:\n    X: { type: object, properties: { a: { type: string } } }\n";

    private static readonly SpecDocument Today = SpecDocument.Parse("today", TestRepository.DocumentText);

    private IReadOnlyList<CompilerArguments> _frameworks = null!;

    [OneTimeSetUp]
    public async Task Read() => _frameworks = await CompilerArguments.ReadAsync(RepositoryCopy.Original, CancellationToken.None);

    [Test]
    public void ReadAsync_returns_every_target_framework() =>
        Assert.That(_frameworks.Select(framework => framework.Framework), Is.EquivalentTo(new[] { "netstandard2.0", "net8.0", "net10.0" }));

    [TestCase(Get + "      parameters: [{ in: query, name: filter, schema: { type: object, properties: { a: { type: string } } } }]\n" + Returns + X,
        "#/paths/~1x~1/get: The query parameter filter of x_get is an object.")]
    [TestCase(Get + "      parameters: [{ in: query, name: tags, style: pipeDelimited, explode: false, schema: { type: array, items: { type: string } } }]\n" + Returns + X,
        "#/paths/~1x~1/get: The query parameter tags of x_get is a list whose separator is not a comma.")]
    [TestCase(Get + "      parameters: [{ in: cookie, name: session, schema: { type: string } }]\n" + Returns + X,
        "#/paths/~1x~1/get: The parameter session of x_get is a cookie.")]
    [TestCase(Head + "  /x/:\n    post:\n      operationId: x_create\n      requestBody: { content: { application/x-www-form-urlencoded: { schema: { $ref: '#/components/schemas/X' } } } }\n" + Returns + X,
        "#/paths/~1x~1/post: The body of x_create is accepted only as application/x-www-form-urlencoded.")]
    [TestCase(Head + "  /x/:\n    put:\n      operationId: x_put\n      requestBody: { content: { application/octet-stream: { schema: { type: string, format: binary } } } }\n" + Returns + X,
        "#/paths/~1x~1/put: The body of x_put is accepted only as application/octet-stream.")]
    [TestCase(Get + "      responses: { '200': { description: '', content: { text/csv: { schema: { type: string } } } } }\n",
        "#/paths/~1x~1/get: The response of x_get is text/csv.")]
    [TestCase(Get + "      responses:\n        '200': { description: '', content: { application/json: { schema: { $ref: '#/components/schemas/X' } } } }\n" +
        "        '202': { description: '', content: { application/json: { schema: { type: object, properties: { b: { type: string } } } } } }\n" + X,
        "#/paths/~1x~1/get: The success responses of x_get have different bodies.")]
    [TestCase(Get + "      responses:\n        '200': { description: '' }\n        '202': { description: '', content: { application/json: { schema: { $ref: '#/components/schemas/X' } } } }\n" + X,
        "#/paths/~1x~1/get: The success responses of x_get have different bodies.")]
    [TestCase(Get + Returns + "components:\n  schemas:\n    X: { type: object, discriminator: { propertyName: kind }, required: [kind], properties: { kind: { type: string } } }\n",
        "#/components/schemas/X: The schema X has a discriminator.")]
    [TestCase(Get + Returns + "components:\n  schemas:\n    X: { type: object, properties: { pet: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }] } } }\n" +
        "    Cat: { type: object, properties: { a: { type: string } } }\n    Dog: { type: object, properties: { b: { type: string } } }\n",
        "#/components/schemas/X/properties/pet: The value can be one of several schemas.")]
    [TestCase(Get + "      responses: { '200': { description: '', content: { application/json: { schema: { type: array, items: { anyOf: [{ type: string }, { type: integer }] } } } } } }\n",
        "#/paths/~1x~1/get/items: The value can be one of several schemas.")]
    [TestCase(Get + Returns + "components:\n  schemas:\n    X: { type: object, properties: { by: { type: object, additionalProperties: { type: string, enum: [a, b] } } } }\n",
        "#/components/schemas/X/properties/by: The values of the dictionary are an inline enum")]
    [TestCase(Get + Returns + "components:\n  schemas:\n    X: { type: object, properties: { a: { $ref: '#/components/schemas/ModelVersionEnum' } } }\n    ModelVersionEnum: { type: string, enum: [a] }\n",
        "The schemas ModelVersion477Enum and ModelVersionEnum are both named AuroraModelVersion in C#. Name the new one with a line in openapi/templates/Names.liquid, such as |ModelVersionEnum=AuroraA|")]
    [TestCase(Get + Returns + "  /y/:\n    get:\n      operationId: x-get\n" + Returns + X, "CS0111")]
    public async Task Errors_name_the_part_of_the_document_that_the_client_cannot_express(string document, string refusal)
    {
        var current = DocumentMerger.Merge([Today, SpecDocument.Parse("new", document)]);
        var client = await GeneratedClient.CreateAsync(RepositoryCopy.Original, current, CancellationToken.None);

        Assert.That(Errors(client)[0], Does.Match(@"^today \+ new:\d+: ").And.Contain(refusal));
    }

    [Test]
    public async Task Errors_name_the_line_of_hand_written_code_that_no_longer_matches_the_document()
    {
        var current = SpecDocument.Parse("new", TestRepository.DocumentText.Replace("name: ids", "name: video_ids", StringComparison.Ordinal));
        var client = await GeneratedClient.CreateAsync(RepositoryCopy.Original, current, CancellationToken.None);

        var errors = string.Join('\n', Errors(client));
        Assert.That(errors, Does.Match(@"src/Aurora\.Client/AuroraClient\.Listing\.cs:\d+: CS1739").And.Contain("the hand-written code does not match it"));
    }

    private IReadOnlyList<string> Errors(GeneratedClient client) =>
        GenerationGate.Errors(RepositoryCopy.Original, client, [.. _frameworks.Select(client.Compile)], CancellationToken.None);
}
