using System.Net;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;

namespace Aurora.Client.Tests.Transport;

/// <summary>Tests the client over real HTTP against servers that the tests control.</summary>
[TestFixture]
public sealed class AuroraTransportTests
{
    private const string ApiId = "an-api-id";
    private const string ApiKey = "an-api-key";

    private WireMockServer _server = null!;

    [SetUp]
    public void Start() => _server = WireMockServer.Start();

    [TearDown]
    public void Stop() => _server.Dispose();

    [Test]
    public async Task ListAsync_sends_the_request_of_the_document_with_both_keys()
    {
        Answer(200, "[]");
        using var aurora = Client();

        Assert.That(await aurora.ListAsync([new Guid("0f8fad5b-d9cb-469f-a165-70867728950e")], AuroraOrdering.CreatedAt.Descending()), Is.Empty);

        var sent = _server.LogEntries.Single().RequestMessage!;
        Assert.That(sent.Method, Is.EqualTo("GET"));
        Assert.That(new Uri(sent.AbsoluteUrl).PathAndQuery, Is.EqualTo("/api/aurora/?ids=0f8fad5b-d9cb-469f-a165-70867728950e&ordering=-created_at"));
        Assert.That(sent.Headers!["X-API-ID"].Single(), Is.EqualTo(ApiId));
        Assert.That(sent.Headers!["X-API-KEY"].Single(), Is.EqualTo(ApiKey));
        Assert.That(sent.Headers!["Accept"].Single(), Is.EqualTo("application/json"));
    }

    [Test]
    public async Task ListAsync_without_ids_sends_no_query()
    {
        Answer(200, "[]");
        using var aurora = Client();

        await aurora.ListAsync();

        Assert.That(_server.LogEntries.Single().RequestMessage!.AbsoluteUrl, Does.EndWith("/api/aurora/"));
    }

    [Test]
    public async Task Path_of_the_base_address_is_kept()
    {
        Answer(200, "[]");
        using var aurora = Client(path: "/proxy/creatify");

        await aurora.ListAsync(AuroraOrdering.Name);

        Assert.That(_server.LogEntries.Single().RequestMessage!.AbsoluteUrl, Does.EndWith("/proxy/creatify/api/aurora/?ordering=name"));
    }

    [Test]
    public async Task Invalid_ids_throw_before_a_request()
    {
        using var aurora = Client();

        await Assert.ThatAsync(() => aurora.ListAsync("nonsense"), Throws.ArgumentException);
        await Assert.ThatAsync(() => aurora.ListAsync(Array.Empty<Guid>()), Throws.ArgumentException);
        Assert.That(_server.LogEntries, Is.Empty);
    }

    [TestCase(401, """{"detail": "Invalid API key."}""", "Invalid API key.")]
    [TestCase(400, """{"ids": ["Not a UUID.", "Too many."], "ordering": ["Unknown."]}""", "ids: Not a UUID. Too many. ordering: Unknown.")]
    [TestCase(500, "<html>Private words</html>", "The response is an HTML page instead of JSON.")]
    [TestCase(503, "", null)]
    [TestCase(418, "[1]", "1")]
    public async Task Error_status_throws_with_the_text_of_the_API(int status, string body, string? detail)
    {
        Answer(status, body);
        using var aurora = Client();

        var error = await Thrown.By(() => aurora.ListAsync());

        Assert.That(error.StatusCode, Is.EqualTo((HttpStatusCode)status));
        Assert.That(error.Detail, Is.EqualTo(detail));
        Assert.That(error.Body, Is.EqualTo(body));
        Assert.That(error.Operation, Is.EqualTo("aurora_list"));
        Assert.That(error.Message, Does.StartWith($"GET /api/aurora/ returned {status}").And.Contains(detail ?? "").And.Not.Contains("Private"));
    }

    [Test]
    public async Task Endless_error_body_is_read_up_to_a_limit()
    {
        Answer(500, new string('é', 100_000));
        using var aurora = Client();

        Assert.That((await Thrown.By(() => aurora.ListAsync())).Body, Has.Length.EqualTo(AuroraApiException.MaxBodyLength));
    }

    [TestCase("<html>Sign in</html>")]
    [TestCase("")]
    [TestCase("""{"results": []}""")]
    [TestCase("[{\"id\": ")]
    public async Task Success_without_an_array_throws(string body)
    {
        Answer(200, body);
        using var aurora = Client();

        var error = await Thrown.By(() => aurora.ListAsync());

        Assert.That(error.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(error.Message, Does.Contain("is not the JSON that the document describes").And.Contain("application/json").And.Not.Contain("Sign in"));
    }

    [Test]
    public async Task Redirect_throws_and_no_other_server_receives_the_keys()
    {
        using var other = WireMockServer.Start();
        other.Given(Request.Create()).RespondWith(Response.Create().WithStatusCode(200).WithBody("[]"));
        _server.Given(Request.Create()).RespondWith(Response.Create().WithStatusCode(302).WithHeader("Location", other.Url + "/api/aurora/"));
        using var aurora = Client();

        Assert.That((await Thrown.By(() => aurora.ListAsync())).StatusCode, Is.EqualTo(HttpStatusCode.Found));
        Assert.That(other.LogEntries, Is.Empty);
    }

    [Test]
    public async Task Refused_connection_throws_AuroraApiException_without_a_status()
    {
        using var aurora = Client();
        _server.Stop();

        var error = await Thrown.By(() => aurora.ListAsync());

        Assert.That(error.StatusCode, Is.Null);
        Assert.That(error.Kind, Is.EqualTo(AuroraErrorKind.Network));
        Assert.That(error.Attempts, Is.EqualTo(4));
        Assert.That(error.InnerException, Is.InstanceOf<HttpRequestException>());
    }

    [Test]
    public async Task Timeout_throws_with_an_inner_TimeoutException()
    {
        _server.Given(Request.Create()).RespondWith(Response.Create().WithDelay(TimeSpan.FromMinutes(1)).WithBody("[]"));
        using var aurora = Client(timeout: TimeSpan.FromMilliseconds(50));

        Assert.That((await Thrown.By(() => aurora.ListAsync())).InnerException, Is.InstanceOf<TimeoutException>());
    }

    [Test]
    public async Task Cancellation_has_the_token_of_the_caller()
    {
        _server.Given(Request.Create()).RespondWith(Response.Create().WithDelay(TimeSpan.FromMinutes(1)).WithBody("[]"));
        using var aurora = Client();
        using var cancelling = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));

        await Assert.ThatAsync(() => aurora.ListAsync(cancelling.Token),
            Throws.InstanceOf<OperationCanceledException>().With.Property("CancellationToken").EqualTo(cancelling.Token));
    }

    [Test]
    public async Task Exceptions_show_no_key()
    {
        Answer(401, """{"detail": "No."}""");
        using var aurora = Client();

        var error = await Thrown.By(() => aurora.ListAsync());

        Assert.That(error.ToString(), Does.Not.Contain(ApiKey).And.Not.Contain(ApiId));
    }

    private AuroraClient Client(string path = "", TimeSpan? timeout = null) => AuroraClient.Create(new AuroraClientOptions
    {
        ApiId = ApiId,
        ApiKey = ApiKey,
        BaseAddress = new Uri(_server.Url + path),
        Timeout = timeout ?? TimeSpan.FromSeconds(30),
        RetryDelay = TimeSpan.Zero,
    });

    private void Answer(int status, string body) =>
        _server.Given(Request.Create()).RespondWith(Response.Create().WithStatusCode(status).WithHeader("Content-Type", "application/json").WithBody(body));
}
