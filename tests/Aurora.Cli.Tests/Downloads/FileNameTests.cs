using System.Globalization;
using System.Text;
using Aurora.Cli.Downloads;

namespace Aurora.Cli.Tests.Downloads;

[TestFixture]
public sealed class FileNameTests
{
    private static readonly string[] Hostile =
    [
        "../../x", "..", ".", "...", "/etc/passwd", "C:\\Windows\\x", "\\\\server\\share", "a/b", "a\\b",
        "CON", "con.txt", "NUL .mp4", "COM1.tar.gz", "lpt¹", "CONIN$",
        "-rf", "--", ".bashrc", " . x", "x. . ", "x\0y", "x\ny", "\u202Egpj.exe", "a\u200Bb", "\u2028", "", " ",
        "<>:\"|?*", "\uD800", "~", "$(id)", "{id}", "\uFEFF", "x:stream",
    ];

    [TestCase("../../x", "_.._x")]
    [TestCase("a/b", "a_b")]
    [TestCase("a\\b", "a_b")]
    [TestCase("C:\\x", "C__x")]
    [TestCase("CON", "_CON")]
    [TestCase("con.txt", "_con.txt")]
    [TestCase("NUL .mp4", "_NUL .mp4")]
    [TestCase("lpt¹", "_lpt¹")]
    [TestCase("CONSOLE", "CONSOLE")]
    [TestCase("x. . ", "x")]
    [TestCase("..hidden", "hidden")]
    [TestCase("-rf", "rf")]
    [TestCase("a\tb\r\nc", "a b  c")]
    [TestCase("a\u0007\u202Eb\u200Fc", "abc")]
    [TestCase("", "untitled")]
    [TestCase("...", "untitled")]
    [TestCase("e\u0301", "é")]
    [TestCase("\u1112\u1161\u11AB", "한")]
    [TestCase("👨‍👩‍👧 春", "👨‍👩‍👧 春")]
    public void From_text_returns_file_name(string text, string name) => Assert.That(FileName.From(text), Is.EqualTo(name));

    [Test]
    public void From_lone_surrogate_is_replaced() => Assert.That(FileName.From("a\uD800b"), Is.EqualTo("a_b"));

    [TestCaseSource(nameof(Hostile))]
    public void From_hostile_text_returns_safe_name(string text)
    {
        var name = FileName.From(text);

        Assert.That(name, Is.Not.Empty.And.EqualTo(FileName.From(name)));
        Assert.That(Path.GetFullPath(Path.Combine("/folder", name)), Is.EqualTo($"/folder/{name}"));
        Assert.That(name, Does.Not.Match("[\\x00-\\x1F<>:\"/\\\\|?*\\x7F-\\x9F\\u202A-\\u202E]").And.Not.Match("^[. -]|[. ]$"));
    }

    [TestCase("x", 500)]
    [TestCase("春", 300)]
    [TestCase("👨‍👩‍👧", 40)]
    public void From_long_text_is_truncated_and_keeps_extension(string character, int count)
    {
        var name = FileName.From(string.Concat(Enumerable.Repeat(character, count)) + ".mp4");

        var length = FileName.Bytes(name);
        Assert.That(length, Is.LessThanOrEqualTo(200).And.GreaterThan(200 - Encoding.UTF8.GetByteCount(character)));
        Assert.That(name, Does.EndWith(".mp4"));
        Assert.That(new StringInfo(name[..^4]).LengthInTextElements, Is.EqualTo((name.Length - 4) / character.Length));
    }

    [Test]
    public void From_many_combining_marks_is_truncated() =>
        Assert.That(FileName.Bytes(FileName.From("q" + new string('\u0323', 500) + ".mp4")), Is.InRange(1, 200));
}
