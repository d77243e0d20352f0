using System.Text.Json.Nodes;
using Aurora.Spec.Diffing;
using Aurora.Spec.Documents;

namespace Aurora.Spec.Tests.Diffing;

/// <summary>Nothing in the vendor's document can change, go or come without a word.</summary>
[TestFixture]
public sealed class CompletenessTests
{
    private static readonly SpecDocument Document = SpecDocument.Parse("aurora.yaml", File.ReadAllText(TestRepository.Document));

    // Both say what is so without them.
    private static readonly string[] SaysNothing = ["#/paths/~1api~1aurora~1/get/parameters/1/required", "#/servers", "#/security"];

    [Test]
    public void Every_value_that_changes_is_reported_where_it_stands() =>
        Assert.That(Nodes(Document.Root).Where(node => node.IsScalar).Where(node => !IsReported(node, Changed(node))).Select(node => node.Pointer), Is.Empty);

    [Test]
    public void Every_value_that_goes_is_reported_where_it_stood() =>
        Assert.That(Nodes(Document.Root).Where(node => !IsReported(node, null)).Select(node => node.Pointer), Is.EquivalentTo(SaysNothing));

    [Test]
    public void Every_mapping_that_gains_a_value_is_reported() =>
        Assert.That(
            Nodes(Document.Root).Append(Document.Root).Where(node => node.Kind == SpecNodeKind.Mapping)
                .Where(node => !Differs(DocumentJson.Of(Document.Root, mapping => mapping == node, mapping => Extended(mapping))))
                .Select(node => node.Pointer),
            Is.Empty);

    private static bool IsReported(SpecNode node, JsonNode? replacement)
    {
        var current = Parse(DocumentJson.Of(Document.Root, child => child == node, _ => replacement));
        return DocumentDiff.Compare(Document, current, DocumentPair.Today).Any(difference =>
            new[] { difference.Old?.Pointer, difference.Current?.Pointer }.Any(pointer => pointer is not null && IsNear(pointer, node)));
    }

    // A schema is reported where it is used or where it is written, a parent with what is in it.
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

    private static JsonObject Extended(SpecNode mapping)
    {
        var json = (JsonObject)DocumentJson.Of(mapping, _ => false, _ => null);
        json["x-new"] = "value";
        return json;
    }
}
