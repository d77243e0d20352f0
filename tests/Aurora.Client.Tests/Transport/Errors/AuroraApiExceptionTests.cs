using System.Net;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Aurora.Client.Tests.Transport.Errors;

[TestFixture]
public sealed class AuroraApiExceptionTests
{
    private static readonly SchemaDrift Drift = new(SchemaDriftKind.Missing, "$[].id", "");
    private static readonly AuroraBatchResult Partial = new([new AuroraFlow()], []);
    private static readonly IOException Cause = new("Gone.");

    /// <summary>An exception with all facts, created as in a test of a caller.</summary>
    private static AuroraApiException Full => new(AuroraErrorKind.RateLimit, "The call stopped.", Cause)
    {
        Request = "GET /api/aurora/",
        Operation = "aurora_list",
        StatusCode = HttpStatusCode.TooManyRequests,
        Detail = "Request was throttled.",
        FieldErrors = new Dictionary<string, IReadOnlyList<string>> { ["ids"] = ["Bad."] },
        RetryAfter = TimeSpan.FromSeconds(54),
        RequestId = "abc-123",
        Attempts = 4,
        Delivered = 2,
        PartialResult = Partial,
        Body = "{}",
        Drift = Drift,
        Headers = new Dictionary<string, IReadOnlyList<string>> { ["Retry-After"] = ["54"] },
    };

    private static IEnumerable<PropertyInfo> Facts => typeof(AuroraApiException).GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly);

    [Test]
    public void Constructor_with_a_reason_only_sets_no_other_fact()
    {
        var exception = new AuroraApiException(AuroraErrorKind.Network, "No.", Cause);

        Assert.Multiple(() =>
        {
            Assert.That(exception.Kind, Is.EqualTo(AuroraErrorKind.Network));
            Assert.That(exception.Message, Is.EqualTo("No."));
            Assert.That(exception.InnerException, Is.SameAs(Cause));
            Assert.That(exception.Operation, Is.Empty);
            Assert.That(exception.FieldErrors, Is.Empty);
            Assert.That(exception.Headers, Is.Empty);
            Assert.That(exception, Has.Property("Attempts").Zero.And.Property("Delivered").Zero);
            Assert.That(new object?[] { exception.Request, exception.StatusCode, exception.Detail, exception.RetryAfter, exception.RequestId, exception.PartialResult, exception.Body, exception.Drift }, Has.All.Null);
        });
    }

    [Test]
    public void Constructor_with_named_arguments_sets_the_same_facts_as_an_initializer()
    {
        var exception = new AuroraApiException(
            AuroraErrorKind.RateLimit, "The call stopped.", Cause, request: "GET /api/aurora/", operation: "aurora_list", statusCode: HttpStatusCode.TooManyRequests,
            detail: "Request was throttled.", fieldErrors: Full.FieldErrors, retryAfter: TimeSpan.FromSeconds(54), requestId: "abc-123", attempts: 4, delivered: 2,
            partialResult: Partial, body: "{}", drift: Drift, headers: Full.Headers);

        Assert.That(Values(exception), Is.EqualTo(Values(Full)));
    }

    [Test]
    public void Constructor_takes_every_fact()
    {
        var parameters = typeof(AuroraApiException).GetConstructors().Single().GetParameters().Select(parameter => parameter.Name!);

        Assert.That(parameters, Is.SupersetOf(Facts.Select(fact => char.ToLowerInvariant(fact.Name[0]) + fact.Name[1..]).Except(["message"])));
    }

    [Test]
    public void Facts_cannot_change()
    {
        var changeable = Facts.Where(fact => fact.SetMethod is { } set && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)));

        Assert.That(changeable, Is.Empty);
    }

    [Test]
    public void Field_errors_are_a_copy_of_the_dictionary()
    {
        var fields = new Dictionary<string, IReadOnlyList<string>> { ["ids"] = ["Bad."] };
        var exception = new AuroraApiException(AuroraErrorKind.InvalidRequest) { FieldErrors = fields };

        fields.Clear();

        Assert.That(exception.FieldErrors, Has.Count.EqualTo(1));
        Assert.That(exception.FieldErrors as Dictionary<string, IReadOnlyList<string>>, Is.Null);
    }

    [Test]
    public void Message_is_built_from_the_facts() => Assert.That(Full.Message, Is.EqualTo(
        "GET /api/aurora/ failed: The call stopped. The API returned 429 TooManyRequests: Request was throttled. The API asks to wait 54 s. 4 requests were sent. "
        + "2 videos had been delivered. 1 video had been read. Request ID: abc-123."));

    private static readonly TestCaseData[] Messages =
    [
        new(new AuroraApiException(AuroraErrorKind.Network), "The request failed (Network)."),
        new(new AuroraApiException(AuroraErrorKind.Server) { StatusCode = HttpStatusCode.BadGateway }, "The API returned 502 BadGateway."),
        new(new AuroraApiException(AuroraErrorKind.InvalidRequest) { StatusCode = (HttpStatusCode)499, Request = "GET /" }, "GET / returned 499."),
        new(new AuroraApiException(AuroraErrorKind.RateLimit, "Stopped.") { StatusCode = HttpStatusCode.TooManyRequests }, "Stopped. The API returned 429 TooManyRequests."),
        new(new AuroraApiException(AuroraErrorKind.UnreadableResponse, "It is HTML.") { StatusCode = HttpStatusCode.OK }, "It is HTML."),
        new(new AuroraApiException(AuroraErrorKind.RateLimit, "Stopped.") { RetryAfter = TimeSpan.FromSeconds(0.25) }, "Stopped. The API asks to wait 0.3 s."),
        new(new AuroraApiException(AuroraErrorKind.RateLimit, "Stopped.") { RetryAfter = TimeSpan.FromDays(365) }, "Stopped. The API asks to wait 365.00:00:00."),
        new(new AuroraApiException(AuroraErrorKind.RateLimit, "Stopped.") { RetryAfter = TimeSpan.FromHours(1.5) }, "Stopped. The API asks to wait 01:30:00."),
        new(new AuroraApiException(AuroraErrorKind.Network, "A\u001b[31m\nB", null) { RequestId = "x\u0007" }, "A\ufffd[31m B Request ID: x\ufffd."),
    ];

    [TestCaseSource(nameof(Messages))]
    public void Message_omits_facts_that_are_not_set(AuroraApiException exception, string message) => Assert.That(exception.Message, Is.EqualTo(message));

    [Test]
    [SetCulture("de-DE")]
    public void Message_is_the_same_in_every_culture() =>
        Assert.That(new AuroraApiException(AuroraErrorKind.RateLimit, "Stopped.") { RetryAfter = TimeSpan.FromSeconds(1.5), Attempts = 1234 }.Message, Is.EqualTo("Stopped. The API asks to wait 1.5 s. 1234 requests were sent."));

    [Test]
    public void Message_has_a_maximum_length() =>
        Assert.That(new AuroraApiException(AuroraErrorKind.Network, new string('x', 100_000)).Message, Has.Length.EqualTo(4001));

    [Test]
    public void InCall_keeps_every_other_fact_and_does_not_change_the_original()
    {
        var original = Full;

        var copy = original.InCall(9, null);

        Assert.That(copy, Has.Property("Attempts").EqualTo(9).And.Property("PartialResult").Null.And.InnerException.SameAs(Cause));
        Assert.That(Values(copy, "Message", "Attempts", "PartialResult"), Is.EqualTo(Values(Full, "Message", "Attempts", "PartialResult")));
        Assert.That(Values(original), Is.EqualTo(Values(Full)));
    }

    private static Dictionary<string, object?> Values(AuroraApiException exception, params string[] except) =>
        Facts.Where(fact => !except.Contains(fact.Name)).ToDictionary(fact => fact.Name, fact => fact.GetValue(exception));
}
