namespace Aurora.Client.Tests.Transport;

[TestFixture]
public sealed class AuthenticationHandlerTests
{
    [TestCase("https://api.creatify.ai/base/api/aurora/")]
    [TestCase("https://API.creatify.ai:443/x")]
    public async Task Request_for_the_configured_origin_gets_the_keys(string address) =>
        Assert.That((await SendAsync(address)).Headers.GetValues("X-API-KEY"), Is.EqualTo(new[] { "a-key" }));

    [TestCase("http://api.creatify.ai/api/aurora/")]
    [TestCase("https://api.creatify.ai:8443/api/aurora/")]
    [TestCase("https://api.creatify.ai.example/api/aurora/")]
    [TestCase("https://creatify.ai/api/aurora/")]
    public async Task Request_for_another_origin_is_not_sent(string address) =>
        Assert.That((await Thrown.By(() => SendAsync(address))).Message, Does.Contain("The request was not sent because a handler changed its address to http"));

    [Test]
    public async Task Keys_of_the_options_replace_those_of_the_request() =>
        Assert.That((await SendAsync("https://api.creatify.ai/", request => request.Headers.Add("X-API-KEY", "another"))).Headers.GetValues("X-API-KEY"), Is.EqualTo(new[] { "a-key" }));

    [Test]
    public async Task Request_without_a_call_gets_no_keys() =>
        Assert.That((await SendAsync("https://api.creatify.ai/", belongsToCall: false)).Headers, Is.Empty);

    private static async Task<HttpRequestMessage> SendAsync(string address, Action<HttpRequestMessage>? change = null, bool belongsToCall = true)
    {
        var options = new AuroraClientOptions { ApiId = "an-id", ApiKey = "a-key", BaseAddress = new Uri("https://api.creatify.ai/base/") };
        using var call = new AuroraCall(new AuroraRequest("aurora_list", "GET", "api/aurora/"), options, new CallLifetime(default, default));
        using var wire = new FakeWire(_ => new HttpResponseMessage());
        using var http = new HttpClient(new AuthenticationHandler { InnerHandler = wire });
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address));
        if (belongsToCall)
            RequestCall.Set(request, call);
        change?.Invoke(request);
        await http.SendAsync(request);
        return request;
    }
}
