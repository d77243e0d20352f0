using Aurora.Cli.Terminals;
using Spectre.Console;

namespace Aurora.Cli.Tests.Terminals;

internal sealed class TerminalTextTests
{
    [TestCase("\e[31mred\e[0m", "\uFFFD[31mred\uFFFD[0m")]
    [TestCase("\e]0;title\a", "\uFFFD]0;title\uFFFD")]
    [TestCase("\u009B2J", "\uFFFD2J")]
    [TestCase("a\bb\u007F\0", "a\uFFFDb\uFFFD\uFFFD")]
    [TestCase("one\r\ntwo\tthree\u2028four", "one  two three four")]
    [TestCase("txt.\u202Eexe", "txt.\uFFFDexe")]
    [TestCase("[red]é 春 👩‍🚀[/]", "[red]é 春 👩‍🚀[/]")]
    public void Clean_text_keepsOnlyWhatIsShown(string text, string clean) => Assert.That(TerminalText.Clean(text), Is.EqualTo(clean));

    // Not a case of the test above: the metadata of an attribute holds no half of a surrogate pair.
    [Test]
    public void Clean_halfACharacter_isReplaced() => Assert.That(TerminalText.Clean("half \uD83C"), Is.EqualTo("half \uFFFD"));

    [TestCase("Weekly update", 13, "Weekly update")]
    [TestCase("Weekly update", 12, "Weekly upda…")]
    [TestCase("Weekly update", 8, "Weekly…")]
    [TestCase("春のキャンペーン", 16, "春のキャンペーン")]
    [TestCase("春のキャンペーン", 15, "春のキャンペー…")]
    [TestCase("春のキャンペーン", 14, "春のキャンペ…")]
    [TestCase("ab", 1, "…")]
    public void Fit_text_takesNoMoreCells(string text, int cells, string fitted)
    {
        Assert.That(TerminalText.Fit(text, cells), Is.EqualTo(fitted));
        Assert.That(fitted.GetCellWidth(), Is.LessThanOrEqualTo(cells));
    }

    [Test]
    public void Fit_characterOfSeveralCodePoints_isNotCutApart() =>
        Assert.That(TerminalText.Fit("ab👩‍🚀cd", 4), Is.EqualTo("ab…"));
}
