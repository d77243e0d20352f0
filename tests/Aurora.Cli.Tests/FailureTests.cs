using Aurora.Client;

namespace Aurora.Cli.Tests;

[TestFixture]
public sealed class FailureTests
{
    [Test]
    public void From_cancellation_returnsInterrupted() =>
        Assert.That(Failure.From(new TaskCanceledException()).ExitCode, Is.EqualTo(ExitCode.Interrupted));

    [Test]
    public void From_fullDisk_returnsFailedWithReason()
    {
        var failure = Failure.From(new IOException("No space left on device"));

        Assert.That(failure.ExitCode, Is.EqualTo(ExitCode.Failed));
        Assert.That(failure.Lines.Single(), Does.Contain("written").And.Contain("No space left on device"));
    }

    [Test]
    public void From_unexpectedException_namesTheType()
    {
        var failure = Failure.From(new InvalidOperationException("odd"));

        Assert.That(failure.ExitCode, Is.EqualTo(ExitCode.Failed));
        Assert.That(failure.Lines, Is.EqualTo(new[] { "InvalidOperationException: odd" }));
    }

    [Test]
    public void From_htmlPage_namesTheOptionOfTheTool()
    {
        var failure = Failure.From(new AuroraApiException(AuroraErrorKind.NotFound) { Detail = "Check that BaseAddress, https://x.example/, is the address of the API." });

        Assert.That(failure.Lines.Single(), Does.Contain("Check that --base-url, https://x.example/,"));
    }

    [Test]
    public void UsageExceptionFrom_argumentException_omitsTheParameterName() =>
        Assert.That(UsageException.From(new ArgumentException("No ids.", "ids")).Message, Is.EqualTo("No ids."));
}
