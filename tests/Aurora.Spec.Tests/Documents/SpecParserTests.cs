using Aurora.Spec.Documents;

namespace Aurora.Spec.Tests.Documents;

[TestFixture]
public sealed class SpecParserTests
{
    [Test]
    public void Node_has_its_pointer_and_line()
    {
        var root = SpecDocument.Parse("a.yaml", "openapi: 3.0.3\npaths:\n  /api/aurora/:\n    get:\n      tags:\n        - one\n        - two\n").Root;

        var tag = root.At("paths", "/api/aurora/", "get", "tags")!.Children[1];

        Assert.That((tag.Pointer, tag.Line, tag.Text), Is.EqualTo(("#/paths/~1api~1aurora~1/get/tags/1", 7, "two")));
        Assert.That(JsonPointer.Find(root, tag.Pointer), Is.SameAs(tag));
    }

    [TestCase("a: 1", nameof(SpecNodeKind.Number))]
    [TestCase("a: -1.5e3", nameof(SpecNodeKind.Number))]
    [TestCase("a: '1'", nameof(SpecNodeKind.Text))]
    [TestCase("a: 1.0.0", nameof(SpecNodeKind.Text))]
    [TestCase("a: true", nameof(SpecNodeKind.Boolean))]
    [TestCase("a:", nameof(SpecNodeKind.Null))]
    [TestCase("a: \"\"", nameof(SpecNodeKind.Text))]
    [TestCase("a: [1]", nameof(SpecNodeKind.Sequence))]
    [TestCase("{\"a\": {\"b\": 1}}", nameof(SpecNodeKind.Mapping))]
    public void Scalars_have_the_kinds_of_JSON(string text, string kind) =>
        Assert.That(SpecDocument.Parse("a.yaml", text).Root["a"]!.Kind.ToString(), Is.EqualTo(kind));

    [TestCase("a: 1\nb: [\n", "a.yaml:3:")]
    [TestCase("a: 1\nb: 'open\n", "a.yaml:2:4: not YAML")]
    [TestCase("a: 1\nb: 2\na: 3\n", "a.yaml:3:1: the key 'a' is already in line 1")]
    [TestCase("a: &x 1\nb: *x\n", "a.yaml:2:4: the alias *x")]
    [TestCase("a: 1\n---\nb: 2\n", "a.yaml:2:1: a second document")]
    [TestCase("a: 1\nb: |\n  x\u2028y\n", "a.yaml:3: the text contains U+2028, which ends a line in YAML and C#.")]
    [TestCase("{\"a\": 1,\n\"b\": \"x\u0085y\"}", "a.yaml:2: the text contains U+0085")]
    [TestCase("? {a: 1}\n: 2\n", "a.yaml:1:3: a mapping cannot be a key")]
    [TestCase("", "a.yaml: not an OpenAPI document")]
    [TestCase("- a\n", "a.yaml: not an OpenAPI document")]
    [TestCase("only a text", "a.yaml: not an OpenAPI document")]
    public void Invalid_document_is_refused_with_its_line_and_column(string text, string message)
    {
        var exception = Assert.Catch<SpecException>(() => SpecDocument.Parse("a.yaml", text));

        Assert.That(exception!.Lines[0], Does.StartWith(message));
        Assert.That(exception.Lines, Has.Count.EqualTo(2));
    }

    [Test]
    public void Text_of_many_opening_brackets_is_refused_without_a_stack_overflow() =>
        Assert.That(() => SpecDocument.Parse("a.yaml", new string('[', 1_000_000)), Throws.TypeOf<SpecException>().With.Message.Contains("200 levels"));

    [TestCase("a: 1", "a: 1.0", true)]
    [TestCase("a: 9007199254740993", "a: 9007199254740992", false)]
    [TestCase("a: 1", "a: '1'", false)]
    [TestCase("{a: 1, b: 2}", "{b: 2, a: 1}", true)]
    [TestCase("a: [1, 2]", "a: [2, 1]", false)]
    [TestCase("a: {}", "a: {b: 1}", false)]
    public void SameValue_compares_values(string one, string other, bool same)
    {
        var (first, second) = (SpecDocument.Parse("one", one).Root, SpecDocument.Parse("other", other).Root);

        Assert.That(SpecNode.SameValue(first, second), Is.EqualTo(same));
    }

    [Test]
    public void Resolve_of_a_cycle_returns_null()
    {
        var document = SpecDocument.Parse("a.yaml", "a: {$ref: '#/b'}\nb: {$ref: '#/a'}\nc: {$ref: '#/d'}\nd: 1\n");

        Assert.That(document.Resolve(document.Root["a"]), Is.Null);
        Assert.That(document.Resolve(document.Root["c"]), Is.SameAs(document.Root["d"]));
    }

    [TestCase("{\"a\": \"\\ud83d\\ude00\"}", "😀")]
    [TestCase("{\"a\": \"\\uD83D\\uDE00!\"}", "😀!")]
    [TestCase("{\"a\": \"\\\\ud83d\\\\ude00\"}", "\\ud83d\\ude00")]
    [TestCase("{\"a\": \"\\\\\\ud83d\\ude00\"}", "\\😀")]
    public void Escaped_surrogate_pair_in_JSON_is_one_character(string text, string expected) =>
        Assert.That(SpecDocument.Parse("a.json", text).Root["a"]!.Text, Is.EqualTo(expected));
}
