using Aurora.Spec.Documents;
using Aurora.Spec.Sources;

namespace Aurora.Spec.Tests.Sources;

[TestFixture]
public sealed class DocumentMergerTests
{
    private const string Head = "openapi: 3.0.3\ninfo: {title: T, version: '1'}\n";

    [Test]
    public void Merge_of_one_document_returns_it_unchanged()
    {
        var document = SpecDocument.Parse("a", "# A comment\n" + Head);

        Assert.That(DocumentMerger.Merge([document]), Is.SameAs(document));
    }

    [Test]
    public void Paths_components_and_tags_are_merged_in_order()
    {
        var merged = Merge(
            Head + "tags: [{name: two}]\npaths:\n  /b: {get: {operationId: b}}\ncomponents: {schemas: {B: {type: string}, S: {type: object, maxProperties: 1}}}\n",
            "paths: {/a: {get: {operationId: a}}, /b: {post: {operationId: c}, get: {operationId: b}}}\n" + Head
                + "tags: [{name: one, description: '1: x'}, {name: two}]\ncomponents: {schemas: {S: {maxProperties: 1.0, type: object}, A: {}}, parameters: {P: []}}\n");

        Assert.That(merged.Text, Is.EqualTo("""
            openapi: 3.0.3
            info:
              title: T
              version: '1'
            tags:
              - name: two
              - name: one
                description: '1: x'
            paths:
              /b:
                get:
                  operationId: b
                post:
                  operationId: c
              /a:
                get:
                  operationId: a
            components:
              schemas:
                B:
                  type: string
                S:
                  type: object
                  maxProperties: 1
                A: {}
              parameters:
                P: []

            """.ReplaceLineEndings("\n")));
        Assert.That(merged.Name, Is.EqualTo("0.yaml + 1.yaml"));
    }

    [Test]
    public void Paths_components_and_tags_of_only_one_document_are_kept()
    {
        var merged = Merge(Head, Head + "tags: [{name: t}]\ncomponents: {schemas: {A: {}}}\npaths: {/a: {}}\n", Head + "paths: {/a: {summary: x}}\n");

        Assert.That(merged.Root.At("paths", "/a", "summary")?.Text, Is.EqualTo("x"));
        Assert.That(merged.Root.At("components", "schemas", "A"), Is.Not.Null);
    }

    [Test]
    public void Merge_of_the_committed_document_with_itself_has_the_same_value()
    {
        var committed = SpecDocument.Parse("aurora.yaml", TestRepository.DocumentText);

        Assert.That(SpecNode.SameValue(DocumentMerger.Merge([committed, committed, committed]).Root, committed.Root), Is.True);
    }

    [Test]
    public void Every_conflict_is_reported_with_both_sides()
    {
        var refusal = Refusal(
            Head + "servers: []\npaths:\n  /a:\n    get:\n      operationId: a\n      description: One\n    parameters: []\ncomponents:\n  schemas:\n    S:\n      type: string\n      enum: [a, b, c, d, e, f]\n      title: 'a: b'\n",
            Head + "paths:\n  /a:\n    get:\n      operationId: a\n      description: |-\n        One\n        Two\n    put:\n      operationId: b\n  /b:\n    get:\n      operationId: a\ncomponents:\n  schemas:\n    S:\n      type: object\n      enum: [a]\n");

        Assert.That(refusal, Is.EqualTo(new[]
        {
            "0.yaml + 1.yaml: the documents contradict each other in 7 places.",
            "#/servers:",
            "  0.yaml:3: []",
            "  1.yaml:1: missing",
            "#/paths/~1a/get/description:",
            "  0.yaml:8: One",
            "  1.yaml:7:",
            "    |-",
            "      One",
            "      Two",
            "#/paths/~1a/parameters:",
            "  0.yaml:9: []",
            "  1.yaml:4: missing",
            "#/components/schemas/S/type:",
            "  0.yaml:13: string",
            "  1.yaml:18: object",
            "#/components/schemas/S/enum:",
            "  0.yaml:14:",
            "    - a",
            "    - b",
            "    - c",
            "    - d",
            "    … and 2 more lines",
            "  1.yaml:19: - a",
            "#/components/schemas/S/title:",
            "  0.yaml:15: 'a: b'",
            "  1.yaml:17: missing",
            "#/paths/~1b/get/operationId is the same as #/paths/~1a/get/operationId:",
            "  0.yaml:7: a",
            "  1.yaml:14: a",
            "Fetch all of them again on the same day. If they still differ, ask the vendor which one is right, and omit the other.",
        }));
    }

    [TestCase("tags: [{name: a, description: 1}]\n", "tags: [{name: a, description: 2}]\n", "#/tags/0/description:")]
    [TestCase("components: {schemas: []}\n", "components: {schemas: {}}\n", "#/components/schemas:")]
    [TestCase("paths: {/a: {get: {tags: [1]}}}\n", "paths: {/a: {get: {tags: [1, 2]}}}\n", "#/paths/~1a/get/tags:")]
    [TestCase("security: []\n", "security: [{A: []}]\n", "#/security:")]
    [TestCase("", "x-new: 1\n", "#/x-new:")]
    public void Conflict_starts_with_its_place(string one, string other, string place) => Assert.That(Refusal(Head + one, Head + other)[1], Is.EqualTo(place));

    [Test]
    public void Conflict_with_a_third_document_names_the_first_document_that_contains_the_value()
    {
        var refusal = Refusal(Head, Head + "components: {schemas: {A: {type: string}}}\n", Head + "components: {schemas: {A: {type: object}}}\n");

        Assert.That(refusal.Skip(2).Take(2), Is.EqualTo(new[] { "  1.yaml:3: string", "  2.yaml:3: object" }));
    }

    [Test]
    public void Long_text_in_a_conflict_is_shortened()
    {
        var refusal = Refusal(Head + $"x-a: {new string('a', 500)}\n", Head + "x-a: b\n");

        Assert.That(refusal, Has.All.Length.LessThan(160));
    }

    private static SpecDocument Merge(params string[] texts) => DocumentMerger.Merge([.. texts.Select((text, i) => SpecDocument.Parse($"{i}.yaml", text))]);

    private static IReadOnlyList<string> Refusal(params string[] texts) => Assert.Catch<SpecException>(() => Merge(texts))!.Lines;
}
