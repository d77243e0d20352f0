using System.Net;
using System.Text;
using Aurora.Client.Tests.Transport;
using Microsoft.Extensions.Time.Testing;

namespace Aurora.Client.Tests;

/// <summary>Requests that the document does not describe.</summary>
[TestFixture]
public sealed class SendingTests
{
    private static readonly Uri Api = new("https://api.example/base/");

    private readonly List<HttpRequestMessage> _requests = [];
    private readonly List<string?> _bodies = [];

    [SetUp]
    public void Clear()
    {
        _requests.Clear();
        _bodies.Clear();
    }

    [Test]
    public async Task SendAsync_returns_the_status_the_headers_and_the_body()
    {
        var answer = Answer(HttpStatusCode.Created, "{\"näme\":1}");
        answer.Headers.Add("X-Request-ID", "r1");
        using var aurora = Client(_ => answer);

        var response = await aurora.SendAsync(HttpMethod.Get, "/api/aurora/");

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Created));
        Assert.That(response.Text, Is.EqualTo("{\"näme\":1}"));
        Assert.That(new StreamReader(response.OpenRead()).ReadToEnd(), Is.EqualTo(response.Text));
        Assert.That(response.Headers["x-request-id"], Is.EqualTo(new[] { "r1" }));
        Assert.That(response.Headers["content-type"].Single(), Does.StartWith("text/plain"));
    }

    [Test]
    public async Task SendAsync_sends_the_query_the_body_the_headers_and_the_keys()
    {
        using var aurora = Client(_ => Answer());

        await aurora.SendAsync(
            HttpMethod.Post, "api/aurora/?a=1", [new("b c", "x&y"), new("b c", "z")], """{"image": "https://i.example/ü"}""", [new("X-Trace", "t"), new("accept", "text/csv")]);

        var request = _requests.Single();
        Assert.That(request.RequestUri!.AbsoluteUri, Is.EqualTo("https://api.example/base/api/aurora/?a=1&b%20c=x%26y&b%20c=z"));
        Assert.That(_bodies.Single(), Is.EqualTo("""{"image": "https://i.example/ü"}"""));
        Assert.That(request.Content!.Headers.ContentType!.ToString(), Is.EqualTo("application/json; charset=utf-8"));
        Assert.That(request.Headers.GetValues("X-Trace"), Is.EqualTo(new[] { "t" }));
        Assert.That(request.Headers.Accept.ToString(), Is.EqualTo("text/csv"));
        Assert.That(request.Headers.GetValues(AuroraApi.IdHeader).Concat(request.Headers.GetValues(AuroraApi.KeyHeader)), Is.EqualTo(new[] { "an-id", "a-key" }));
    }

    [Test]
    public async Task SendAsync_content_type_replaces_that_of_the_client()
    {
        using var aurora = Client(_ => Answer());

        await aurora.SendAsync(HttpMethod.Patch, "/x", json: "{}", headers: [new("Content-Type", "application/merge-patch+json")]);

        Assert.That(_requests.Single().Content!.Headers.GetValues("Content-Type"), Is.EqualTo(new[] { "application/merge-patch+json" }));
    }

    [TestCase("/api/aurora/", "https://api.example/base/api/aurora/")]
    [TestCase("api/{id}/?q=a b", "https://api.example/base/api/%7Bid%7D/?q=a%20b")]
    [TestCase("//evil.example/x", "https://api.example/base/evil.example/x")]
    [TestCase("@evil.example/x", "https://api.example/base/@evil.example/x")]
    [TestCase("https://API.example:443/other/?next=2", "https://api.example/other/?next=2")]
    [TestCase("/x?next=https://evil.example/", "https://api.example/base/x?next=https://evil.example/")]
    public async Task SendAsync_path_stays_at_the_configured_origin(string path, string address)
    {
        using var aurora = Client(_ => Answer());

        await aurora.SendAsync(HttpMethod.Get, path);

        Assert.That(_requests.Single().RequestUri!.AbsoluteUri, Is.EqualTo(address));
    }

    [TestCase("https://evil.example/api/aurora/", "https://evil.example")]
    [TestCase("http://api.example/base/", "http://api.example")]
    [TestCase("https://api.example:8443/", "https://api.example:8443")]
    [TestCase("https://user:word@api.example/", "Fix: pass a path")]
    [TestCase("file:///etc/passwd", "Fix: pass a path")]
    [TestCase("/x#part", "%23")]
    [TestCase("", "is empty")]
    public void SendAsync_path_elsewhere_is_refused(string path, string reason) => RefuseAsync(reason, aurora => aurora.SendAsync(HttpMethod.Get, path));

    [TestCase("X-API-ID")]
    [TestCase("x-api-key")]
    [TestCase("Host")]
    [TestCase("Content-Length")]
    [TestCase("Transfer-Encoding")]
    public void SendAsync_reserved_header_is_refused(string name) =>
        RefuseAsync(name, aurora => aurora.SendAsync(HttpMethod.Post, "/x", json: "{}", headers: [new(name, "1")]));

    [TestCase("bad name", "1", "'bad name'")]
    [TestCase("X-A", "a\r\nX-API-ID: b", "X-A")]
    [TestCase("Content-Language", "en", "the request has none")]
    public void SendAsync_header_that_cannot_be_sent_is_refused(string name, string value, string reason) =>
        RefuseAsync(reason, aurora => aurora.SendAsync(HttpMethod.Get, "/x", headers: [new(name, value)]));

    [TestCase("POST", "{", "not valid JSON")]
    [TestCase("POST", "", "not valid JSON")]
    [TestCase("POST", "{} {}", "not valid JSON")]
    [TestCase("GET", "{}", "cannot have a body")]
    [TestCase("HEAD", "{}", "cannot have a body")]
    public void SendAsync_body_that_cannot_be_sent_is_refused(string method, string json, string reason) =>
        RefuseAsync(reason, aurora => aurora.SendAsync(new HttpMethod(method), "/x", json: json));

    [TestCase("GET", 4)]
    [TestCase("get", 4)]
    [TestCase("POST", 1)]
    [TestCase("DELETE", 1)]
    public async Task SendAsync_repeats_safe_methods_only(string method, int attempts)
    {
        using var aurora = Client(_ => Answer(HttpStatusCode.InternalServerError, "{\"detail\": \"Broken.\"}"));

        await Assert.ThatAsync(
            () => aurora.SendAsync(new HttpMethod(method), "/x"),
            Throws.InstanceOf<AuroraApiException>().With.Property("Attempts").EqualTo(attempts).And.Property("Detail").EqualTo("Broken.")
                .And.Property("Operation").EqualTo(method.ToUpperInvariant()).And.Property("Request").EqualTo($"{method.ToUpperInvariant()} /x"));
        Assert.That(_requests, Has.Count.EqualTo(attempts));
    }

    [Test]
    public async Task SendAsync_repeats_a_read_whose_body_breaks_off()
    {
        using var aurora = Client(number => number == 1 ? Answer(new StreamContent(new BrokenStream())) : Answer(HttpStatusCode.OK, "whole"));

        Assert.That((await aurora.SendAsync(HttpMethod.Get, "/x")).Text, Is.EqualTo("whole"));
    }

    [Test]
    public async Task SendAsync_does_not_follow_a_redirect()
    {
        var answer = Answer(HttpStatusCode.Found);
        answer.Headers.Location = new Uri("https://evil.example/");
        using var aurora = Client(_ => answer);

        await Assert.ThatAsync(() => aurora.SendAsync(HttpMethod.Get, "/x"), Throws.InstanceOf<AuroraApiException>().With.Message.Contains("https://evil.example"));
        Assert.That(_requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task SendAsync_body_larger_than_the_limit_is_an_error()
    {
        using var aurora = Client(_ => Answer(HttpStatusCode.OK, new string('x', 2000)), options => options.MaxResponseBytes = 1024);

        await Assert.ThatAsync(() => aurora.SendAsync(HttpMethod.Get, "/x"), Throws.InstanceOf<AuroraApiException>().With.Message.Contains("MaxResponseBytes (1024)"));
    }

    [Test]
    public async Task SendAsync_timeout_covers_the_body()
    {
        var clock = new FakeTimeProvider();
        var stalled = new BrokenStream { Waits = true };
        using var aurora = Client(_ => Answer(new StreamContent(stalled)), options => (options.TimeProvider, options.MaxRetries) = (clock, 0));

        var sending = aurora.SendAsync(HttpMethod.Get, "/x");
        await stalled.IsWaiting;
        clock.Advance(TimeSpan.FromSeconds(101));

        await Assert.ThatAsync(() => sending, Throws.InstanceOf<AuroraApiException>().With.Property("Kind").EqualTo(AuroraErrorKind.Timeout));
    }

    [Test]
    public async Task SendAsync_error_has_the_headers_of_the_response_without_keys()
    {
        var answer = Answer(HttpStatusCode.BadRequest);
        answer.Headers.Add("X-Echo", "key a-key");
        using var aurora = Client(_ => answer);

        await Assert.ThatAsync(
            () => aurora.SendAsync(HttpMethod.Get, "/x"),
            Throws.InstanceOf<AuroraApiException>().With.Matches<AuroraApiException>(error => error!.Headers["x-echo"].Single() == "key [redacted]"));
    }

    [Test]
    public async Task SendAsync_key_in_the_path_is_not_shown()
    {
        using var aurora = Client(_ => Answer(HttpStatusCode.NotFound));

        await Assert.ThatAsync(() => aurora.SendAsync(HttpMethod.Get, "/x/a-key/"), Throws.InstanceOf<AuroraApiException>().With.Message.Not.Contains("a-key"));
    }

    [Test]
    public async Task SendAsync_can_be_overridden_by_a_test_double()
    {
        using var aurora = new Canned();

        Assert.That((await aurora.SendAsync(HttpMethod.Get, "/x")).Headers["A"], Is.EqualTo(new[] { "b" }));
    }

    private static HttpResponseMessage Answer(HttpStatusCode status = HttpStatusCode.OK, string body = "") =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, "text/plain") };

    private static HttpResponseMessage Answer(HttpContent content) => new(HttpStatusCode.OK) { Content = content };

    private void RefuseAsync(string reason, Func<AuroraClient, Task> send)
    {
        using var aurora = Client(_ => Answer());

        Assert.That(() => send(aurora), Throws.ArgumentException.With.Message.Contains(reason));
        Assert.That(_requests, Is.Empty);
    }

    private AuroraClient Client(Func<int, HttpResponseMessage> answer, Action<AuroraClientOptions>? configure = null)
    {
        var options = FakeWire.Options;
        options.BaseAddress = Api;
        configure?.Invoke(options);
        return AuroraClient.Create(options, new FakeWire(answer)
        {
            OnRequest = request =>
            {
                _requests.Add(request);
                _bodies.Add(request.Content is { } content ? new StreamReader(content.ReadAsStream()).ReadToEnd() : null);
            },
        });
    }

    private sealed class Canned : AuroraClient
    {
        public override Task<AuroraResponse> SendAsync(
            HttpMethod method, string path, IEnumerable<KeyValuePair<string, string>>? query = null, string? json = null,
            IEnumerable<KeyValuePair<string, string>>? headers = null, CancellationToken cancellationToken = default) =>
            Task.FromResult(new AuroraResponse(HttpStatusCode.OK, "{}", [new("a", ["b"])]));
    }

    /// <summary>Breaks off, or never comes.</summary>
    private sealed class BrokenStream : MemoryStream
    {
        private readonly TaskCompletionSource _isWaiting = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool Waits { get; init; }

        public Task IsWaiting => _isWaiting.Task;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (!Waits)
                throw new IOException("broken off");
            _isWaiting.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return 0;
        }
    }
}
