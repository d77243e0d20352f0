using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Time.Testing;

namespace Aurora.Client.Tests.Errors;

/// <summary>What of an error response becomes a fact of the exception.</summary>
[TestFixture]
public sealed class ErrorResponseTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 1, 31, 12, 0, 0, TimeSpan.Zero));

    [TestCase(401, AuroraErrorKind.Authentication)]
    [TestCase(403, AuroraErrorKind.Permission)]
    [TestCase(404, AuroraErrorKind.NotFound)]
    [TestCase(408, AuroraErrorKind.Timeout)]
    [TestCase(410, AuroraErrorKind.NotFound)]
    [TestCase(429, AuroraErrorKind.RateLimit)]
    [TestCase(400, AuroraErrorKind.InvalidRequest)]
    [TestCase(499, AuroraErrorKind.InvalidRequest)]
    [TestCase(500, AuroraErrorKind.Server)]
    [TestCase(599, AuroraErrorKind.Server)]
    [TestCase(399, AuroraErrorKind.UnreadableResponse)]
    [TestCase(304, AuroraErrorKind.UnreadableResponse)]
    public async Task Status_decides_the_kind(int status, AuroraErrorKind kind) =>
        Assert.That(await ReadAsync("", status), Has.Property("Kind").EqualTo(kind).And.Property("StatusCode").EqualTo((HttpStatusCode)status));

    [TestCase("""{ "detail": "No.", "ids": ["Bad."] }""", "No.", "ids: Bad.")]
    [TestCase("""{ "ids": ["Bad.", "Worse."], "ordering": [{ "code": 1 }, 2, null] }""", """ids: Bad. Worse. ordering: { "code": 1 } 2 """, """ids: Bad. Worse.|ordering: { "code": 1 } 2 """)]
    [TestCase("""{ "detail": ["No."] }""", "detail: No.", "detail: No.")]
    [TestCase("""{ "detail": 7, "code": "x" }""", null, "")]
    [TestCase("""{ "detail": "\ud800" }""", null, "")]
    [TestCase("[]", null, "")]
    [TestCase("\"detail\"", null, "")]
    [TestCase("{", null, "")]
    [TestCase("", null, "")]
    public async Task What_the_API_says_is_in_the_detail_and_by_field(string body, string? detail, string fields)
    {
        var error = await ReadAsync(body);

        Assert.That(error.Detail, Is.EqualTo(detail));
        Assert.That(string.Join("|", error.FieldErrors.Select(field => $"{field.Key}: {string.Join(" ", field.Value)}")), Is.EqualTo(fields));
        Assert.That(error.Body, Is.EqualTo(body));
        Assert.That(error.Message, Is.EqualTo(detail is null ? "GET /api/aurora/ answered 400 BadRequest." : "GET /api/aurora/ answered 400 BadRequest: " + detail));
    }

    [TestCase(1000, 1000)]
    [TestCase(1001, 1001)]
    [TestCase(5000, 1001)]
    public async Task Detail_has_an_end(int sent, int kept)
    {
        var error = await ReadAsync($$"""{"detail": "{{new string('x', sent)}}"}""");

        Assert.That(error.Detail, Has.Length.EqualTo(kept));
        Assert.That(error.Detail!.EndsWith('…'), Is.EqualTo(sent > 1000));
    }

    [TestCase(AuroraApiException.MaxBodyLength)]
    [TestCase(AuroraApiException.MaxBodyLength + 1)]
    public async Task Body_is_kept_up_to_its_limit(int length) =>
        Assert.That((await ReadAsync(new string('x', length))).Body, Has.Length.EqualTo(AuroraApiException.MaxBodyLength));

    [TestCase("X-Request-ID")]
    [TestCase("X-Correlation-ID")]
    [TestCase("X-Amzn-RequestId")]
    [TestCase("CF-RAY")]
    public async Task Request_id_is_taken_from_the_headers_that_are_usual(string header) =>
        Assert.That((await ReadAsync("", configure: headers => headers.Add(header, "abc-123"))).RequestId, Is.EqualTo("abc-123"));

    [Test]
    public async Task Request_id_of_the_first_header_that_has_one_counts() =>
        Assert.That((await ReadAsync("", configure: headers =>
        {
            headers.Add("CF-RAY", "the proxy's");
            headers.TryAddWithoutValidation("X-Request-ID", "");
            headers.Add("X-Correlation-ID", ["the API's", "another"]);
        })).RequestId, Is.EqualTo("the API's"));

    [Test]
    public async Task Facts_that_the_response_does_not_give_are_null() =>
        Assert.That(await ReadAsync(""), Has.Property("RequestId").Null.And.Property("RetryAfter").Null.And.Property("Detail").Null.And.Property("Operation").EqualTo("aurora_list"));

    [Test]
    public async Task Retry_after_in_seconds_is_a_time() =>
        Assert.That((await ReadAsync("", configure: headers => headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(7)))).RetryAfter, Is.EqualTo(TimeSpan.FromSeconds(7)));

    [TestCase(90, 90)]
    [TestCase(0, 0)]
    [TestCase(-90, 0)]
    public async Task Retry_after_as_a_date_is_counted_from_now_and_never_negative(int seconds, int expected) =>
        Assert.That((await ReadAsync("", configure: headers => headers.RetryAfter = new RetryConditionHeaderValue(_clock.GetUtcNow().AddSeconds(seconds)))).RetryAfter,
            Is.EqualTo(TimeSpan.FromSeconds(expected)));

    [TestCase("https://other.example:8443/secret?key=1", "https://other.example:8443")]
    [TestCase("/secret", "another path")]
    public async Task Target_of_a_redirect_is_named_by_its_origin_only(string target, string named) =>
        Assert.That((await ReadAsync("", 308, headers => headers.Location = new Uri(target, UriKind.RelativeOrAbsolute))).Message, Is.EqualTo(
            $"GET /api/aurora/ answered 308 PermanentRedirect and points to {named}, which is not followed since the keys go nowhere else; is BaseAddress right?."));

    [Test]
    public async Task Body_that_breaks_off_leaves_what_came()
    {
        using var response = new HttpResponseMessage(HttpStatusCode.BadGateway) { Content = new StreamContent(new BrokenStream("<html>"u8.ToArray())) };

        Assert.That(await ErrorResponse.ReadAsync(Request(), response, Options(), CancellationToken.None),
            Has.Property("Kind").EqualTo(AuroraErrorKind.Server).And.Property("Body").EqualTo("<html>"));
    }

    private static AuroraRequest Request() => new("aurora_list", "GET", "api/aurora/");

    private AuroraClientOptions Options() => new() { TimeProvider = _clock };

    private async Task<AuroraApiException> ReadAsync(string body, int status = 400, Action<HttpResponseHeaders>? configure = null)
    {
        using var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body) };
        configure?.Invoke(response.Headers);
        return await ErrorResponse.ReadAsync(Request(), response, Options(), CancellationToken.None);
    }

    private sealed class BrokenStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            await base.ReadAsync(buffer, cancellationToken) is > 0 and var read ? read : throw new IOException("The connection broke.");
    }
}
