using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Time.Testing;

namespace Aurora.Client.Tests.Transport.Errors;

/// <summary>Tests the facts that the exception takes from an error response.</summary>
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
    public async Task Status_determines_the_kind(int status, AuroraErrorKind kind) =>
        Assert.That(await ReadAsync("", status), Has.Property("Kind").EqualTo(kind).And.Property("StatusCode").EqualTo((HttpStatusCode)status));

    [Test]
    public async Task Message_is_built_from_the_status_and_the_text_of_the_response()
    {
        var error = await ReadAsync("""{"ids": ["Bad."]}""");

        Assert.That(error.Message, Is.EqualTo("GET /api/aurora/ returned 400 BadRequest: ids: Bad."));
        Assert.That(error.Detail, Is.EqualTo("ids: Bad."));
        Assert.That(error.FieldErrors["ids"], Is.EqualTo(new[] { "Bad." }));
        Assert.That(error.Body, Is.EqualTo("""{"ids": ["Bad."]}"""));
    }

    [TestCase("")]
    [TestCase("{")]
    [TestCase("[]")]
    [TestCase("null")]
    [TestCase("nonsense")]
    [TestCase("""{"detail": "\ud800"}""")]
    public async Task Body_without_readable_text_is_omitted_from_the_message(string body)
    {
        var error = await ReadAsync(body);

        Assert.That(error.Message, Is.EqualTo("GET /api/aurora/ returned 400 BadRequest."));
        Assert.That(error, Has.Property("Detail").Null.And.Property("FieldErrors").Empty.And.Property("Body").EqualTo(body));
    }

    [TestCase("text/html", "<!DOCTYPE html><title>Not Found</title>", 404, "The response is an HTML page with the title \"Not Found\" instead of JSON. Check that BaseAddress, https://api.creatify.ai/, is the address of the API.")]
    [TestCase("text/html; charset=utf-8", "\n<!doctype html>\n<html lang=\"en\">\n<head>\n  <title>Not\n Found &amp; gone</title>", 404, "title \"Not Found & gone\"")]
    [TestCase("text/plain", " <HTML><TITLE lang='en'>Blocked</TITLE>", 403, "title \"Blocked\" instead of JSON. Check that BaseAddress")]
    [TestCase("application/xhtml+xml", "<?xml version='1.0'?>", 400, "The response is an HTML page instead of JSON. Check")]
    [TestCase("text/html", "<title>", 400, "The response is an HTML page instead of JSON. Check")]
    [TestCase("text/html", "", 400, "The response is an HTML page instead of JSON. Check")]
    public async Task HTML_page_is_reported_with_the_base_address(string mediaType, string body, int status, string expected)
    {
        var error = await ReadAsync(body, status, mediaType: mediaType);

        Assert.That(error.Detail, Does.Contain(expected));
        Assert.That(error.Message, Does.Contain(expected).And.Contain($"{status}"));
    }

    [Test]
    public async Task HTML_page_of_a_gateway_is_reported_without_the_base_address() =>
        Assert.That((await ReadAsync("<html><title>502 Bad Gateway</title>", 502, mediaType: "text/html")).Detail, Is.EqualTo("The response is an HTML page with the title \"502 Bad Gateway\" instead of JSON."));

    [Test]
    public async Task Long_title_of_an_HTML_page_is_not_shown() =>
        Assert.That((await ReadAsync($"<title>{new string('x', 101)}</title>", mediaType: "text/html")).Message, Does.Not.Contain("xxx"));

    [Test]
    public async Task Detail_of_problem_details_contains_title_and_detail()
    {
        var error = await ReadAsync("""{"type": "https://api.example/problems/credit", "title": "No credit", "status": 403, "detail": "Your balance is 30."}""", 403, mediaType: "application/problem+json");

        Assert.That(error.Detail, Is.EqualTo("No credit. Your balance is 30."));
        Assert.That(error.FieldErrors, Is.Empty);
    }

    [TestCase(1000, 1000)]
    [TestCase(1001, 1001)]
    [TestCase(5000, 1001)]
    public async Task Detail_has_a_maximum_length(int sent, int kept)
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
    public async Task Request_ID_is_read_from_common_headers(string header) =>
        Assert.That((await ReadAsync("", configure: headers => headers.Add(header, "abc-123"))).RequestId, Is.EqualTo("abc-123"));

    [Test]
    public async Task Request_ID_comes_from_the_first_header_that_has_one() =>
        Assert.That((await ReadAsync("", configure: headers =>
        {
            headers.Add("CF-RAY", "the proxy's");
            headers.TryAddWithoutValidation("X-Request-ID", "");
            headers.Add("X-Correlation-ID", ["the API's", "another"]);
        })).RequestId, Is.EqualTo("the API's"));

    [Test]
    public async Task Facts_that_are_missing_in_the_response_are_null() =>
        Assert.That(await ReadAsync(""), Has.Property("RequestId").Null.And.Property("RetryAfter").Null.And.Property("Detail").Null.And.Property("Operation").EqualTo("aurora_list"));

    [Test]
    public async Task Retry_after_in_seconds_is_read() =>
        Assert.That((await ReadAsync("", configure: headers => headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(7)))).RetryAfter, Is.EqualTo(TimeSpan.FromSeconds(7)));

    [TestCase(90, 90)]
    [TestCase(0, 0)]
    [TestCase(-90, 0)]
    public async Task Retry_after_as_a_date_is_relative_to_the_clock_and_never_negative(int seconds, int expected) =>
        Assert.That((await ReadAsync("", configure: headers => headers.RetryAfter = new RetryConditionHeaderValue(_clock.GetUtcNow().AddSeconds(seconds)))).RetryAfter,
            Is.EqualTo(TimeSpan.FromSeconds(expected)));

    [TestCase("https://other.example:8443/secret?key=1", "https://other.example:8443")]
    [TestCase("/secret", "another path")]
    public async Task Target_of_a_redirect_is_shown_as_its_origin(string target, string named) =>
        Assert.That((await ReadAsync("", 308, headers => headers.Location = new Uri(target, UriKind.RelativeOrAbsolute))).Message,
            Does.Contain($"redirected the request to {named} (308 PermanentRedirect).").And.Contain("BaseAddress, https://api.creatify.ai/,").And.Not.Contain("secret"));

    [Test]
    public async Task Incomplete_body_keeps_the_text_that_arrived()
    {
        using var response = new HttpResponseMessage(HttpStatusCode.BadGateway) { Content = new StreamContent(new BrokenStream("<html>"u8.ToArray())) };

        using var call = Call();

        Assert.That(await ErrorResponse.ReadAsync(call, response, CancellationToken.None),
            Has.Property("Kind").EqualTo(AuroraErrorKind.Server).And.Property("Body").EqualTo("<html>"));
    }

    private AuroraCall Call() => new(new AuroraRequest("aurora_list", "GET", "api/aurora/"), new AuroraClientOptions { TimeProvider = _clock }, new ClientLifetime().Begin(CancellationToken.None));

    private async Task<AuroraApiException> ReadAsync(string body, int status = 400, Action<HttpResponseHeaders>? configure = null, string mediaType = "application/json")
    {
        using var call = Call();
        using var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body) };
        response.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
        configure?.Invoke(response.Headers);
        return await ErrorResponse.ReadAsync(call, response, CancellationToken.None);
    }

    private sealed class BrokenStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            await base.ReadAsync(buffer, cancellationToken) is > 0 and var read ? read : throw new IOException("The connection broke.");
    }
}
