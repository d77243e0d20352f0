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

    [TestCase(false, "FORCE_COLOR=1", true)]
    [TestCase(false, "FORCE_COLOR=true", true)]
    [TestCase(false, "CLICOLOR_FORCE=1", true)]
    [TestCase(false, "CLICOLOR_FORCE=0", false)]
    [TestCase(false, "CLICOLOR=1", false)]
    [TestCase(true, "CLICOLOR=0", false)]
    [TestCase(true, "CLICOLOR=1", true)]
    [TestCase(true, "CLICOLOR_FORCE=0", true)]
    [TestCase(true, "FORCE_COLOR=0", false)]
    [TestCase(true, "CLICOLOR=0 CLICOLOR_FORCE=1", true)]
    [TestCase(true, "TERM=dumb FORCE_COLOR=1", true)]
    [TestCase(true, "NO_COLOR=1 FORCE_COLOR=1", false)]
    public void AllowsColor_variables_have_their_precedence(bool isTerminal, string variables, bool allowed)
    {
        var set = variables.Split(' ').Select(variable => variable.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
        var console = new ToolConsole(TextWriter.Null, TextWriter.Null) { IsTerminal = isTerminal, Variable = set.GetValueOrDefault };

        Assert.That(console.AllowsColor, Is.EqualTo(allowed));
    }

    [Test]
    public void WriteMessage_untrusted_text_is_sanitized()
    {
        using var error = new StringWriter { NewLine = "\n" };
        var console = new ToolConsole(TextWriter.Null, error) { Variable = _ => "secret-secret" };

        console.WriteMessage("The key secret-secret \e[2J is wrong.\n");

        Assert.That(error.ToString(), Is.EqualTo("The key [redacted] \uFFFD[2J is wrong. \n"));
    }
}
