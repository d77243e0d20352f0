using Aurora.Cli.Terminals;
using Aurora.Terminals;
using Spectre.Console;

namespace Aurora.Cli.Tests.Terminals;

[TestFixture]
public sealed class TerminalTextTests
{
    [TestCase("\e[31mred\e[0m", "\uFFFD[31mred\uFFFD[0m")]
    [TestCase("\e]0;title\a", "\uFFFD]0;title\uFFFD")]
    [TestCase("\u009B2J", "\uFFFD2J")]
    [TestCase("a\bb\u007F\0", "a\uFFFDb\uFFFD\uFFFD")]
    [TestCase("one\r\ntwo\tthree\u2028four", "one  two three four")]
    [TestCase("txt.\u202Eexe", "txt.\uFFFDexe")]
    [TestCase("[red]é 春 👩‍🚀[/]", "[red]é 春 👩‍🚀[/]")]
    public void Sanitize_text_replaces_control_characters(string text, string sanitized) =>
        Assert.That(TerminalText.Sanitize(text), Is.EqualTo(sanitized));

    // An attribute cannot contain a lone surrogate.
    [Test]
    public void Sanitize_lone_surrogate_is_replaced() => Assert.That(TerminalText.Sanitize("half \uD83C"), Is.EqualTo("half \uFFFD"));

    [TestCase("Weekly update", 13, "Weekly update")]
    [TestCase("Weekly update", 12, "Weekly upda…")]
    [TestCase("Weekly update", 8, "Weekly…")]
    [TestCase("春のキャンペーン", 16, "春のキャンペーン")]
    [TestCase("春のキャンペーン", 15, "春のキャンペー…")]
    [TestCase("春のキャンペーン", 14, "春のキャンペ…")]
    [TestCase("ab", 1, "…")]
    public void Truncate_text_fits_cells(string text, int cells, string fitted)
    {
        Assert.That(TerminalText.Truncate(text, cells), Is.EqualTo(fitted));
        Assert.That(fitted.GetCellWidth(), Is.LessThanOrEqualTo(cells));
    }

    [Test]
    public void Truncate_multiple_code_points_keeps_character() =>
        Assert.That(TerminalText.Truncate("ab👩‍🚀cd", 4), Is.EqualTo("ab…"));
}
