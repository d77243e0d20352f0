using System.Text.RegularExpressions;
using Aurora.Spec.Documents;
using Aurora.Spec.Sources;

namespace Aurora.Spec.Tests.Sources;

[TestFixture]
public sealed partial class YamlTextTests
{
    private static readonly string[] Pieces =
    [
        "a", "word", " ", "  ", "\n", "\n\n", "\t", ":", ": ", " #", "#", "-", "- ", "'", "\"", "\\", "{", "}", "[", "]", ",", "&", "*", "!", "|", ">",
        "%", "@", "`", "1", "200", ".", "e", "true", "null", "~", "é", "日本語", "😀", "\u00A0", "\u2028", "\u0085", "\uFEFF", "\u0001", "\u007F", "<<", "=",
        "A sentence that is long enough to be folded once it stands together with another of its kind.", "---", "...", "? ", "$ref", "/",
        // Longer than a line, and without a place to fold.
        "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz",
    ];

    private static readonly string[] Tricky =
    [
        "", " ", "\n", "\n\n", "a\n", "a\n\n", "a\n\n\nb", " a", "a ", "\ta", "200", "1.0", "1e3", "-1", "+1", ".5", "1.", "0x1F", "0o7", "0b1", "1_000",
        "1:30", "190:20:30.15", ".inf", "-.INF", ".nan", "true", "False", "yes", "No", "on", "OFF", "y", "N", "null", "Null", "~", "2020-01-01",
        "2001-12-14t21:59:43.10-05:00", "3.0.3", "a: b", "a:b", "a #b", "#a", "'a'", "\"a\"", "it's", "- a", "-", "---", "...", "? a", "?", ": a", ":",
        "{}", "[]", "{a", "a}", "&a", "*a", "!a", "|", ">", ">-", "%a", "@a", "`a`", "<<", "=", "a,b", "a, b", "a\r\nb", "a\\nb", "a\u0085b", "a\u2028b",
        "\u0007", "😀", "* `a` - A\n* `b` - B", "one\n\n\n* `a`\n\n* `b`", "  indented\nthen not", "not\n  indented", "a \nb", "a\n b", "a\n\tb",
    ];

    [TestCaseSource(nameof(Tricky))]
    public void Written_text_parses_to_the_same_value(string text) => AssertSame(Document(text));

    [Test]
    public void Written_random_text_parses_to_the_same_value([Range(1, 10)] int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 500; i++)
            AssertSame(Document(string.Concat(random.GetItems(Pieces, random.Next(1, 9)))));
    }

    [Test]
    public void Committed_document_keeps_its_style_except_for_folded_lines()
    {
        var root = SpecDocument.Parse("aurora.yaml", TestRepository.DocumentText).Root;

        Assert.That(Keys(YamlText.Of(root)), Is.EqualTo(Keys(TestRepository.DocumentText)));
        AssertSame(root);
    }

    [Test]
    public void Empty_collections_and_scalars_keep_their_kind() => Assert.That(
        YamlText.Of(SpecDocument.Parse("a", "{a: {}, b: [], c: null, d: , e: 1.50, f: True, g: '', '200': '1', h: [[1], {i: 2}]}").Root),
        Is.EqualTo("a: {}\nb: []\nc: null\nd: null\ne: 1.50\nf: True\ng: ''\n'200': '1'\nh:\n  - - 1\n  - i: 2\n"));

    [TestCase("a \nb")]
    [TestCase("a\nb\t")]
    public void Text_with_trailing_spaces_is_quoted_so_that_no_editor_trims_them(string text) =>
        Assert.That(YamlText.Of(Document(text)), Does.Not.Match(@"(?m)[ \t]$").And.Not.Contain("|"));

    // Text that only YAML 1.1 reads as another kind must be quoted too.
    [TestCase("yes")]
    [TestCase("N")]
    [TestCase("0b1")]
    [TestCase("1:30")]
    [TestCase("2020-01-01")]
    public void Text_that_a_parser_could_read_as_another_kind_is_quoted(string text) =>
        Assert.That(YamlText.Of(Document(text)), Does.StartWith($"value: '{text}'\n").And.Contain($"  '{text}':\n"));

    // The text is a value, an item, a key, and a deeply nested value.
    private static SpecNode Document(string text)
    {
        var root = new SpecNode(null, "", SpecNodeKind.Mapping, 1);
        root.Add(new SpecNode(root, "value", SpecNodeKind.Text, 1) { Text = text });
        var items = new SpecNode(root, "items", SpecNodeKind.Sequence, 1);
        root.Add(items);
        items.Add(new SpecNode(items, "0", SpecNodeKind.Text, 1) { Text = text });
        var map = new SpecNode(root, "map", SpecNodeKind.Mapping, 1);
        root.Add(map);
        var inner = new SpecNode(map, text, SpecNodeKind.Mapping, 1);
        map.Add(inner);
        inner.Add(new SpecNode(inner, "description", SpecNodeKind.Text, 1) { Text = text });
        inner.Add(new SpecNode(inner, "last", SpecNodeKind.Number, 1) { Text = "1" });
        return root;
    }

    private static void AssertSame(SpecNode root)
    {
        var written = YamlText.Of(root);
        SpecNode? again = null;
        Assert.That(() => again = SpecDocument.Parse("again", written).Root, Throws.Nothing, written);
        Assert.That(SpecNode.SameValue(root, again), Is.True, () => $"{Show(root["value"]?.Text ?? "")} was written as\n{written}");
    }

    private static string Show(string text) => System.Text.Json.JsonSerializer.Serialize(text);

    private static string[] Keys(string text) => [.. Key().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"^ *(- )?['\w/$.-]+:(?=\s)", RegexOptions.Multiline)]
    private static partial Regex Key();
}
