namespace Aurora.Client.Tests.Generation;

/// <summary>Checks that the hand-written code compiles unchanged when the document adds an optional parameter.</summary>
[TestFixture]
public sealed class NewParameterTests
{
    private const string Parameters = "      parameters:\n";
    private const string Ordering = "        - name: ordering\n";
    private const string Responses = "      responses:\n";

    // The parameter has another type than its neighbors, so an argument in the wrong place does not compile.
    private const string Limit = "        - name: limit\n          in: query\n          schema:\n            type: integer\n";

    private static readonly string Document = File.ReadAllText(Path.Combine(TestRepository.Root, "openapi", "aurora.yaml"));

    [TestCase(Parameters, Parameters + Limit, "int? limit = null, string? ids = null, string? ordering = null")]
    [TestCase(Ordering, Limit + Ordering, "string? ids = null, int? limit = null, string? ordering = null")]
    [TestCase(Responses, Limit + Responses, "string? ids = null, string? ordering = null, int? limit = null")]
    public void Hand_written_code_compiles_with_the_parameter_at_any_position(string find, string replacement, string signature)
    {
        var generated = TestRepository.Generate(Document.Replace(find, replacement, StringComparison.Ordinal));

        Assert.That(generated["AuroraClient.g.cs"], Does.Contain($"ListRequest({signature})"));
        Assert.That(GeneratedAssembly.Compile(generated).Diagnostics, Is.Empty);
    }
}
