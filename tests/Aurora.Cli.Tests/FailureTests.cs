using Aurora.Client;

namespace Aurora.Cli.Tests;

[TestFixture]
public sealed class FailureTests
{
    [Test]
    public void From_cancellation_returns_interrupted() =>
        Assert.That(Failure.From(new TaskCanceledException()).ExitCode, Is.EqualTo(ExitCode.Interrupted));

    [Test]
    public void From_full_disk_returns_failed_with_reason()
    {
        var failure = Failure.From(new IOException("No space left on device"));

        Assert.That(failure.ExitCode, Is.EqualTo(ExitCode.Failed));
        Assert.That(failure.Lines.Single(), Does.Contain("written").And.Contain("No space left on device"));
    }

    [Test]
    public void From_unexpected_exception_names_the_type()
    {
        var failure = Failure.From(new InvalidOperationException("odd"));

        Assert.That(failure.ExitCode, Is.EqualTo(ExitCode.Failed));
        Assert.That(failure.Lines, Is.EqualTo(new[] { "InvalidOperationException: odd" }));
    }

    [Test]
    public void From_html_page_names_the_option_of_the_tool()
    {
        var failure = Failure.From(new AuroraApiException(AuroraErrorKind.NotFound) { Detail = "Check that BaseAddress, https://x.example/, is the address of the API." });

        Assert.That(failure.Lines.Single(), Does.Contain("Check that --base-url, https://x.example/,"));
    }

    [Test]
    public void UsageExceptionFrom_argument_exception_omits_the_parameter_name() =>
        Assert.That(UsageException.From(new ArgumentException("No ids.", "ids")).Message, Is.EqualTo("No ids."));
}
