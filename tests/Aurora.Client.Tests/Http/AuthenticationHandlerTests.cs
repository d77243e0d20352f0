namespace Aurora.Client.Tests.Http;

[TestFixture]
public sealed class AuthenticationHandlerTests
{
    [TestCase("https://api.creatify.ai/api/aurora/", true)]
    [TestCase("https://API.creatify.ai:443/x", true)]
    [TestCase("http://api.creatify.ai/api/aurora/", false)]
    [TestCase("https://api.creatify.ai:8443/api/aurora/", false)]
    [TestCase("https://api.creatify.ai.example/api/aurora/", false)]
    [TestCase("https://creatify.ai/api/aurora/", false)]
    public async Task Keys_go_to_the_configured_origin_only(string address, bool expected)
    {
        var options = new AuroraClientOptions { ApiId = "an-id", ApiKey = "a-key", BaseAddress = new Uri("https://api.creatify.ai/base/") };
        using var wire = new RecordingHandler();
        using var http = new HttpClient(new AuthenticationHandler(() => options) { InnerHandler = wire });

        await http.GetAsync(new Uri(address));

        Assert.That(wire.Headers.Contains("X-API-ID"), Is.EqualTo(expected));
        Assert.That(wire.Headers.Contains("X-API-KEY"), Is.EqualTo(expected));
    }

    [Test]
    public async Task Keys_of_the_options_take_the_place_of_those_that_a_request_has()
    {
        var options = new AuroraClientOptions { ApiId = "an-id", ApiKey = "a-key" };
        using var wire = new RecordingHandler();
        using var http = new HttpClient(new AuthenticationHandler(() => options) { InnerHandler = wire });
        http.DefaultRequestHeaders.Add("X-API-KEY", "another");

        await http.GetAsync(options.BaseAddress);

        Assert.That(wire.Headers.GetValues("X-API-KEY"), Is.EqualTo(new[] { "a-key" }));
    }

    private sealed class RecordingHandler : HttpMessageHandler
    {
        public System.Net.Http.Headers.HttpRequestHeaders Headers { get; private set; } = null!;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Headers = request.Headers;
            return Task.FromResult(new HttpResponseMessage());
        }
    }
}
