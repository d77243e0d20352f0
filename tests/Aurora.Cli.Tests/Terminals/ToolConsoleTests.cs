using Aurora.Cli.Terminals;

namespace Aurora.Cli.Tests.Terminals;

internal sealed class ToolConsoleTests
{
    [TestCase(true, null, "xterm-256color", true)]
    [TestCase(true, "", "xterm-256color", true, Description = "NO_COLOR counts when it is not empty, says its standard.")]
    [TestCase(true, "1", "xterm-256color", false)]
    [TestCase(true, null, "dumb", false)]
    [TestCase(false, null, "xterm-256color", false)]
    public void AllowsColor_surroundings_decide(bool isTerminal, string? noColor, string term, bool allowed)
    {
        var console = new ToolConsole(TextWriter.Null, TextWriter.Null)
        {
            IsTerminal = isTerminal,
            Variable = name => name == "NO_COLOR" ? noColor : name == "TERM" ? term : null,
        };

        Assert.That(console.AllowsColor, Is.EqualTo(allowed));
    }

    [Test]
    public void Say_textFromElsewhere_hasNoKeyAndNoControlCharacter()
    {
        using var error = new StringWriter { NewLine = "\n" };
        var console = new ToolConsole(TextWriter.Null, error) { Variable = _ => "secret-secret" };

        console.Say("The key secret-secret \e[2J is wrong.\n");

        Assert.That(error.ToString(), Is.EqualTo("The key [key] \uFFFD[2J is wrong. \n"));
    }
}
