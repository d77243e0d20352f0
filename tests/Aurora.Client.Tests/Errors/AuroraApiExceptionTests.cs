namespace Aurora.Client.Tests.Errors;

[TestFixture]
public sealed class AuroraApiExceptionTests
{
    [Test]
    public void Exception_that_a_callers_test_makes_has_its_message_and_no_other_facts()
    {
        var cause = new IOException("Gone.");

        var exception = new AuroraApiException(AuroraErrorKind.Network, "No.", cause);

        Assert.Multiple(() =>
        {
            Assert.That(exception.Kind, Is.EqualTo(AuroraErrorKind.Network));
            Assert.That(exception.Message, Is.EqualTo("No."));
            Assert.That(exception.InnerException, Is.SameAs(cause));
            Assert.That(exception.Operation, Is.Empty);
            Assert.That(exception.FieldErrors, Is.Empty);
            Assert.That(exception, Has.Property("Attempts").Zero.And.Property("Delivered").Zero);
            Assert.That(new object?[] { exception.StatusCode, exception.Detail, exception.RetryAfter, exception.RequestId, exception.PartialResult, exception.Body, exception.Drift }, Has.All.Null);
        });
    }
}
