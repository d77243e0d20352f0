using System.Text.Json.Nodes;
using Aurora.Spec.Diffing;
using Aurora.Spec.Documents;

namespace Aurora.Spec.Tests.Diffing;

/// <summary>Every change, removal, addition, and reordering in the vendor's document is reported.</summary>
[TestFixture]
public sealed class CompletenessTests
{
    private static readonly SpecDocument Document = SpecDocument.Parse("aurora.yaml", TestRepository.DocumentText);

    // These keys state a default, so they can be removed without a difference.
    private static readonly string[] SaysNothing = ["#/paths/~1api~1aurora~1/get/parameters/1/required", "#/servers", "#/security"];

    [Test]
    public void Every_changed_value_is_reported_at_its_place() =>
        Assert.That(Nodes(Document.Root).Where(node => node.IsScalar).Where(node => !IsReported(node, Changed(node))).Select(node => node.Pointer), Is.Empty);

    [Test]
    public void Every_removed_value_is_reported_at_its_place() =>
        Assert.That(Nodes(Document.Root).Where(node => !IsReported(node, null)).Select(node => node.Pointer), Is.EquivalentTo(SaysNothing));

    [Test]
    public void Every_added_value_is_reported() =>
        Assert.That(
            Nodes(Document.Root).Append(Document.Root).Where(node => node.Kind == SpecNodeKind.Mapping)
                .Where(node => !Differs(DocumentJson.Of(Document.Root, mapping => mapping == node, mapping => Extended(mapping))))
                .Select(node => node.Pointer),
            Is.Empty);

    [Test]
    public void Every_reordered_list_is_reported()
    {
        var lists = Nodes(Document.Root).Where(node => node is { Kind: SpecNodeKind.Sequence, Children.Count: > 1, Name: not "required" }).ToList();

        Assert.That(lists, Is.Not.Empty);
        Assert.That(lists.Where(list => !IsReported(list, Reversed(list))).Select(list => list.Pointer), Is.Empty);
    }

    [TestCase("{ type: array, items: { $ref: '#/components/schemas/A' } }")]
    [TestCase("{ type: object, additionalProperties: { $ref: '#/components/schemas/A' } }")]
    [TestCase("{ allOf: [{ $ref: '#/components/schemas/A' }] }")]
    [TestCase("{ $ref: '#/components/schemas/A' }")]
    [TestCase("{ oneOf: [{ $ref: '#/components/schemas/A' }, { type: string }] }")]
    public void Comparison_of_a_recursive_schema_terminates(string schema)
    {
        const string Text =
            """
            openapi: 3.0.3
            paths:
              /a/:
                get:
                  operationId: a_list
                  responses: { '200': { content: { application/json: { schema: { $ref: '#/components/schemas/A' } } } } }
            components: { schemas: { A: SCHEMA } }
            """;
        var old = SpecDocument.Parse("old", Text.Replace("SCHEMA", schema, StringComparison.Ordinal));
        var current = SpecDocument.Parse("new", Text.Replace("SCHEMA", schema.Replace(" }", ", description: Changed }", StringComparison.Ordinal), StringComparison.Ordinal));

        Assert.That(DocumentDiff.Compare(old, current, DocumentPair.Today).Select(difference => difference.Rule.Id), Has.Some.EqualTo("description-changed").Or.Some.EqualTo("document-changed"));
    }

    private static bool IsReported(SpecNode node, JsonNode? replacement)
    {
        var current = Parse(DocumentJson.Of(Document.Root, child => child == node, _ => replacement));
        return DocumentDiff.Compare(Document, current, DocumentPair.Today).Any(difference =>
            new[] { difference.Old?.Pointer, difference.Current?.Pointer }.Any(pointer => pointer is not null && IsNear(pointer, node)));
    }

    // A schema is reported where it is used or where it is defined, and a parent together with its contents.
    private static bool IsNear(string pointer, SpecNode node)
    {
        for (var at = node; at is not null && at.Parent is not null; at = at.Parent)
        {
            if (pointer == at.Pointer || pointer.StartsWith(at.Pointer + "/", StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static bool Differs(JsonNode current) => DocumentDiff.Compare(Document, Parse(current), DocumentPair.Today).Count > 0;

    private static SpecDocument Parse(JsonNode json) => SpecDocument.Parse("changed", json.ToJsonString());

    private static IEnumerable<SpecNode> Nodes(SpecNode node) => node.Children.SelectMany(child => Nodes(child).Prepend(child));

    private static JsonValue Changed(SpecNode node) => node.Kind switch
    {
        SpecNodeKind.Boolean => JsonValue.Create(node.Text != "true"),
        SpecNodeKind.Number => JsonValue.Create(12345),
        _ => JsonValue.Create(node.Text + "x"),
    };

    private static JsonArray Reversed(SpecNode list) =>
        new([.. ((JsonArray)DocumentJson.Of(list, _ => false, _ => null)).Select(item => item?.DeepClone()).Reverse()]);

    private static JsonObject Extended(SpecNode mapping)
    {
        var json = (JsonObject)DocumentJson.Of(mapping, _ => false, _ => null);
        json["x-new"] = "value";
        return json;
    }
}
