using Aurora.Spec.Documents;
using Aurora.Spec.Sources;

namespace Aurora.Spec.Tests.Sources;

[TestFixture]
public sealed class DocumentMergerTests
{
    private const string Head = "openapi: 3.0.3\ninfo: { title: A, version: 1.0.0 }\n";

    [Test]
    public void One_document_stays_as_it_is()
    {
        var document = Document("one", "# with a comment\n" + Head);

        Assert.That(DocumentMerger.Merge([document]), Is.SameAs(document));
    }

    [Test]
    public void Paths_methods_components_and_tags_are_united_in_their_order()
    {
        var merged = DocumentMerger.Merge(
        [
            Document("one", Head + """
                tags: [{ name: a }]
                paths:
                  /x/: { get: { operationId: x_list, responses: { '200': { description: All } } } }
                components:
                  schemas:
                    X: { type: string }
                    Shared: { type: object, properties: { size: { type: number, default: 1 } } }
                """),
            Document("two", Head + """
                tags: [{ name: a }, { name: b }]
                paths:
                  /x/: { post: { operationId: x_create, responses: { "200": { description: Made } } } }
                  /y/: { get: { operationId: y_list, responses: {} } }
                components:
                  securitySchemes: { key: { type: http, scheme: bearer } }
                  schemas:
                    Shared: { properties: { size: { default: 1.0, type: number } }, type: object }
                    Yard: { type: string }
                """),
        ]);

        Assert.That(merged.Text, Is.EqualTo(
            """
            openapi: '3.0.3'
            info:
              title: A
              version: '1.0.0'
            tags:
            - name: a
            - name: b
            paths:
              /x/:
                get:
                  operationId: x_list
                  responses:
                    '200':
                      description: All
                post:
                  operationId: x_create
                  responses:
                    '200':
                      description: Made
              /y/:
                get:
                  operationId: y_list
                  responses: {}
            components:
              schemas:
                X:
                  type: string
                Shared:
                  type: object
                  properties:
                    size:
                      type: number
                      default: 1
                Yard:
                  type: string
              securitySchemes:
                key:
                  type: http
                  scheme: bearer

            """));
        Assert.That(merged.Name, Is.EqualTo("one + two"));
    }

    [Test]
    public void Conflicts_are_shown_all_at_once_with_both_sides()
    {
        var exception = Assert.Throws<SpecException>(() => DocumentMerger.Merge(
        [
            Document("one.yaml", Head + "components:\n  schemas:\n    X:\n      type: object\n      description: Same\n      title: One\n"),
            Document("two.yaml", Head.Replace("1.0.0", "2.0.0", StringComparison.Ordinal) + "components:\n  schemas:\n    X:\n      type: object\n      description: Same\n      title: Two\n"),
        ]));

        Assert.That(exception!.Lines.SkipLast(1), Is.EqualTo(new[]
        {
            "#/info: the documents disagree.",
            "  one.yaml:2 says:",
            "    title: A",
            "    version: '1.0.0'",
            "  two.yaml:2 says:",
            "    title: A",
            "    version: '2.0.0'",
            "#/components/schemas/X: the documents disagree.",
            "  one.yaml:5 says:",
            "    …",
            "    description: Same",
            "    title: One",
            "  two.yaml:5 says:",
            "    …",
            "    description: Same",
            "    title: Two",
        }));
    }

    [TestCase("")]
    [TestCase(" leading")]
    [TestCase("trailing ")]
    [TestCase("it's: a \"thing\" # not a comment")]
    [TestCase("- no list")]
    [TestCase("yes")]
    [TestCase("off")]
    [TestCase("null")]
    [TestCase("~")]
    [TestCase("12")]
    [TestCase("1e3")]
    [TestCase("0x1F")]
    [TestCase("2026-01-02")]
    [TestCase("1.0.0")]
    [TestCase("two\nlines")]
    [TestCase("two\n\n  indented\nlines\n")]
    [TestCase("\nleading break")]
    [TestCase("ends with breaks\n\n\n")]
    [TestCase("space at the end \nof a line")]
    [TestCase("  leading blank\nin the first of two")]
    [TestCase("a\ttab")]
    [TestCase("control \u0001\u007f\u0085\u2028\ufeff")]
    [TestCase("emoji 🎬 and 春")]
    [TestCase("{flow: [a]}")]
    [TestCase("*alias &anchor !tag %directive @at `tick`")]
    [TestCase("a very long line that goes on and on and on and on and on and on and on and on and on and on and on and on and on and on")]
    [TestCase("---")]
    [TestCase("? key")]
    public void Text_survives_as_a_value_and_as_a_key(string text)
    {
        var root = new SpecNode(null, "", SpecNodeKind.Mapping, 1);
        root.Add(new SpecNode(root, "value", SpecNodeKind.Text, 1) { Text = text });
        var list = new SpecNode(root, "list", SpecNodeKind.Sequence, 1);
        root.Add(list);
        list.Add(new SpecNode(list, "0", SpecNodeKind.Text, 1) { Text = text });
        root.Add(new SpecNode(root, text, SpecNodeKind.Text, 1) { Text = "key" });

        var read = SpecDocument.Parse("written", YamlWriter.Write(root)).Root;

        Assert.That(SpecNode.SameValue(read, root), YamlWriter.Write(root));
    }

    [Test]
    public void The_vendors_document_survives()
    {
        var document = Document("aurora.yaml", File.ReadAllText(TestRepository.Document));

        Assert.That(SpecNode.SameValue(DocumentMerger.Merge([document, document]).Root, document.Root));
    }

    private static SpecDocument Document(string name, string text) => SpecDocument.Parse(name, text);
}
