using System.Net;
using Aurora.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Aurora.Client.Tests.Transport;

/// <summary>Tests operations of later documents that return one object or nothing, over real HTTP.</summary>
[TestFixture]
public sealed class WholeResponseTests : AuroraServerFixture
{
    private const string AVideo = """{ "id": "0f8fad5b-d9cb-469f-a165-70867728950e", "duration": 25 }""";

    private HttpClient _http = null!;

    [SetUp]
    public void Connect() => _http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };

    [TearDown]
    public void Disconnect() => _http.Dispose();

    [Test]
    public async Task Object_is_read_and_its_deviations_are_reported_with_their_path()
    {
        Server.EnqueueFaults(AuroraFault.Body($"{AVideo} "));
        var reported = new List<SchemaDrift>();

        var video = await ReadVideoAsync(options => options.OnSchemaDrift = reported.Add);

        Assert.That(video, Has.Property("Duration").EqualTo(25).And.Property("Id").EqualTo(new Guid("0f8fad5b-d9cb-469f-a165-70867728950e")));
        Assert.That(reported, Does.Contain(new SchemaDrift(SchemaDriftKind.Missing, "$.status", "")));
    }

    [TestCase(AVideo + "x", "application/json")]
    [TestCase(AVideo + AVideo, "application/json")]
    [TestCase("{ \"duration\": 25", "application/json")]
    [TestCase("<html>Private</html>", "text/html")]
    [TestCase("[]", "application/json")]
    [TestCase("null", "application/json")]
    public async Task Response_without_the_object_describes_the_body(string body, string type)
    {
        Server.EnqueueFaults(AuroraFault.Body(body, type));

        var error = await Thrown.By(() => ReadVideoAsync());

        Assert.That(error, Has.Property("Kind").EqualTo(AuroraErrorKind.UnreadableResponse).And.Property("Body").EqualTo(body).And.Property("StatusCode").EqualTo(HttpStatusCode.OK)
            .And.Message.Contains($"The response (200, {type}) is not the JSON that the document describes.").And.Message.Not.Contains("Private"));
    }

    [TestCase("[]")]
    [TestCase("null")]
    [TestCase("7")]
    public async Task Response_of_another_type_throws(string body)
    {
        Server.EnqueueFaults(AuroraFault.Body(body));

        Assert.That((await Thrown.By(() => ReadVideoAsync())).Message, Does.EndWith("is not the JSON that the document describes. It has another type."));
    }

    [Test]
    public async Task Response_without_a_media_type_is_reported()
    {
        using var http = new HttpClient(new FakeWire(_ => new() { Content = new ByteArrayContent("<html>"u8.ToArray()) }));
        using var transport = Transport(null, http);

        Assert.That((await Thrown.By(() => transport.SendAsync<AuroraFlow>(Request(), JsonValue.Read, CancellationToken.None))).Message, Does.Contain("The response (200, without a media type)"));
    }

    [TestCase(0, true)]
    [TestCase(1, false)]
    public async Task Object_larger_than_the_limit_throws(int more, bool isRead)
    {
        Server.EnqueueFaults(AuroraFault.Body(AVideo + new string(' ', more)));

        var read = () => ReadVideoAsync(options => options.MaxResponseBytes = AVideo.Length);

        if (isRead)
            Assert.That((await read()).Duration, Is.EqualTo(25));
        else
            Assert.That((await Thrown.By(read)).Message, Does.Contain($"It is larger than {AVideo.Length} bytes."));
    }

    [Test]
    public async Task Incomplete_object_is_retried()
    {
        Server.EnqueueFaults(AuroraFault.Truncate(10));
        Server.EnqueueFaults(AuroraFault.Body(AVideo));

        Assert.That((await ReadVideoAsync()).Duration, Is.EqualTo(25));
    }

    [Test]
    public async Task Body_of_a_response_without_content_is_not_read()
    {
        Server.EnqueueFaults(AuroraFault.Body("", status: HttpStatusCode.NoContent));
        using var transport = Transport();

        await transport.SendAsync(Request(), CancellationToken.None);

        Assert.That(Server.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Operation_without_content_throws_for_an_error_status()
    {
        Server.EnqueueFaults(AuroraFault.Status(HttpStatusCode.Forbidden, "Not yours."));
        using var transport = Transport();

        Assert.That(await Thrown.By(() => transport.SendAsync(Request(), CancellationToken.None)),
            Has.Property("Kind").EqualTo(AuroraErrorKind.Permission).And.Property("Detail").EqualTo("Not yours.").And.Property("Attempts").EqualTo(1));
    }

    private async Task<AuroraFlow> ReadVideoAsync(Action<AuroraClientOptions>? configure = null)
    {
        using var transport = Transport(configure);
        return await transport.SendAsync<AuroraFlow>(Request(), JsonValue.Read, CancellationToken.None);
    }

    private static AuroraRequest Request() => new("aurora_retrieve", "GET", "api/aurora/");

    private AuroraTransport Transport(Action<AuroraClientOptions>? configure = null, HttpClient? http = null)
    {
        var options = new AuroraClientOptions { ApiId = Server.ApiId, ApiKey = Server.ApiKey, BaseAddress = Server.BaseAddress, RetryDelay = TimeSpan.Zero };
        configure?.Invoke(options);
        return new AuroraTransport(
            http ?? _http, () => options, new DriftReporter(() => options, NullLogger.Instance), NullLogger.Instance, TransportRole.AuthenticatesItself, new ClientLifetime());
    }
}
