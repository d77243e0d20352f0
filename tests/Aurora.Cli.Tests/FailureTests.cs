using Aurora.Client;

namespace Aurora.Cli.Tests;

internal sealed class FailureTests
{
    [Test]
    public void Of_cancellation_isInterrupted() =>
        Assert.That(Failure.Of(new TaskCanceledException()).ExitCode, Is.EqualTo(ExitCode.Interrupted));

    [Test]
    public void Of_fullDisk_saysThatTheResultIsNotThere()
    {
        var failure = Failure.Of(new IOException("No space left on device"));

        Assert.That(failure.ExitCode, Is.EqualTo(ExitCode.Failed));
        Assert.That(failure.Lines, Is.EqualTo(new[] { "The result could not be written: No space left on device" }));
    }

    [Test]
    public void Of_exceptionNobodyExpected_namesItsTypeInOneLine()
    {
        var failure = Failure.Of(new InvalidOperationException("odd"));

        Assert.That(failure.ExitCode, Is.EqualTo(ExitCode.Failed));
        Assert.That(failure.Lines, Is.EqualTo(new[] { "InvalidOperationException: odd" }));
    }

    [Test]
    public void Of_html_page_pointsToTheOptionOfTheTool()
    {
        var failure = Failure.Of(new AuroraApiException(AuroraErrorKind.NotFound) { Detail = "Check that BaseAddress, https://x.example/, is the address of the API." });

        Assert.That(failure.Lines.Single(), Does.Contain("Check that --base-url, https://x.example/,"));
    }

    [Test]
    public void UsageException_fromAnArgumentException_leavesTheParameterOut() =>
        Assert.That(UsageException.From(new ArgumentException("No ids.", "ids")).Message, Is.EqualTo("No ids."));
}
