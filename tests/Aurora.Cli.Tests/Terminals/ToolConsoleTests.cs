using Aurora.Cli.Terminals;

namespace Aurora.Cli.Tests.Terminals;

[TestFixture]
public sealed class ToolConsoleTests
{
    [TestCase(true, null, "xterm-256color", true)]
    [TestCase(true, "", "xterm-256color", true, Description = "An empty NO_COLOR has no effect.")]
    [TestCase(true, "1", "xterm-256color", false)]
    [TestCase(true, null, "dumb", false)]
    [TestCase(false, null, "xterm-256color", false)]
    public void AllowsColor_environment_returns_expected(bool isTerminal, string? noColor, string term, bool allowed)
    {
        var console = new ToolConsole(TextWriter.Null, TextWriter.Null)
        {
            IsTerminal = isTerminal,
            Variable = name => name == "NO_COLOR" ? noColor : name == "TERM" ? term : null,
        };

        Assert.That(console.AllowsColor, Is.EqualTo(allowed));
    }

    [Test]
    public void WriteMessage_untrusted_text_is_sanitized()
    {
        using var error = new StringWriter { NewLine = "\n" };
        var console = new ToolConsole(TextWriter.Null, error) { Variable = _ => "secret-secret" };

        console.WriteMessage("The key secret-secret \e[2J is wrong.\n");

        Assert.That(error.ToString(), Is.EqualTo("The key [key] \uFFFD[2J is wrong. \n"));
    }
}
