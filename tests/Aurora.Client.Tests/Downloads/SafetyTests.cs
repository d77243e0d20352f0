using System.Net;
using Aurora.Client.Tests.Transport;
using Microsoft.Extensions.DependencyInjection;

namespace Aurora.Client.Tests.Downloads;

/// <summary>Where a download sends its request, and what it does not send.</summary>
[TestFixture]
[NonParallelizable]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class SafetyTests : IDisposable
{
    private readonly StoredFile _film = StoredFile.Of(1000);
    private readonly DownloadSession _session = new();

    public void Dispose() => _session.Dispose();

    [TestCase("http://media.example/film.mp4", "The file is at http://media.example, but only https is allowed.")]
    [TestCase("http://127.0.0.1.example/film.mp4", "only https")]
    [TestCase("file:///etc/passwd", "only https")]
    [TestCase("film.mp4", "invalid address")]
    public async Task Unsafe_address_is_not_requested(string address, string reason)
    {
        var error = await Thrown.By(() => _session.Aurora.DownloadAsync(DownloadSession.Done(address), _session.Path));

        Assert.That(error.Kind, Is.EqualTo(AuroraErrorKind.UnreadableResponse));
        Assert.That(error.Reason, Does.Contain(reason));
        Assert.That(error.Attempts, Is.Zero);
        Assert.That(_session.Files, Is.Empty);
    }

    [TestCase("http://media.example/x?signature=secret", "redirects to http://media.example, but only https")]
    [TestCase("ftp://media.example/x", "redirects to ftp://media.example")]
    [TestCase("/again", "more than 5 redirects")]
    [TestCase(null, "redirect without an address")]
    public async Task Redirect_that_is_not_allowed_fails(string? location, string reason)
    {
        _session.Answer = _ => location is null ? LocalServer.Response(302) : LocalServer.Response(302, "", $"Location: {location}");

        var error = await Thrown.By(() => _session.DownloadAsync());

        Assert.That(error.Message, Does.Contain(reason).And.Not.Contain("secret"));
        Assert.That(_session.Storage.Requests, Has.Count.LessThanOrEqualTo(6));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Redirect_from_https_to_http_is_refused(bool handlerFollows)
    {
        using var certificate = TestCertificate.New();
        using var secure = new LocalServer(_ => LocalServer.Response(302, "", $"Location: {_session.Storage.Address}film.mp4"), certificate);
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = handlerFollows, UseProxy = false, SslOptions = { RemoteCertificateValidationCallback = (_, sent, _, _) => sent!.Equals(certificate) } };
        using var http = new HttpClient(handler);
        using var aurora = new AuroraClient(http, DownloadSession.Options());

        var error = await Thrown.By(() => aurora.DownloadAsync(DownloadSession.Done($"{secure.Address}film.mp4"), _session.Path));

        Assert.That(error.Reason, Does.Contain("redirects from https to http"));
        Assert.That(_session.Storage.Requests, Is.Empty);
    }

    [Test]
    public async Task Redirect_to_another_host_is_followed_with_these_headers_only()
    {
        using var other = new LocalServer(_film.Answer);
        _session.Answer = _ => LocalServer.Response(307, "", $"Location: {other.Address}film.mp4?signature=secret", "Set-Cookie: a=b");

        await _session.DownloadAsync();

        Assert.That(_session.Read(), Is.EqualTo(_film.Text));
        var names = _session.Storage.Requests.Concat(other.Requests)
            .SelectMany(head => head.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1)).Select(header => header.Split(':')[0]).Distinct();
        Assert.That(names, Is.EquivalentTo(new[] { "Host", "User-Agent", "Accept-Encoding" }));
    }

    private static IEnumerable<TestCaseData<Func<AuroraClient>>> Clients()
    {
        yield return new(() => AuroraClient.Create(DownloadSession.Options())) { TestName = "Client with its own connection" };
        yield return new(() => AuroraClient.Create(DownloadSession.Options(), AuroraClient.CreateHandler())) { TestName = "Handler of the client" };
        yield return new(() => AuroraClient.Create(DownloadSession.Options(), new HttpClientHandler())) { TestName = "HttpClientHandler" };
        yield return new(() => new AuroraClient(new HttpClient(new SocketsHttpHandler { UseProxy = false }), DownloadSession.Options())) { TestName = "HttpClient of the caller" };
        yield return new(() => new ServiceCollection()
            .AddAuroraClient(options => (options.ApiId, options.ApiKey) = (DownloadSession.Id, DownloadSession.Key)).Services
            .BuildServiceProvider().GetRequiredService<AuroraClient>())
        { TestName = "Container" };
    }

    [TestCaseSource(nameof(Clients))]
    public async Task Keys_are_not_sent_and_loopback_uses_no_proxy(Func<AuroraClient> create)
    {
        using var proxy = new LocalServer(_ => LocalServer.Response(502));
        var before = HttpClient.DefaultProxy;
        HttpClient.DefaultProxy = new WebProxy(proxy.Address);
        try
        {
            using var aurora = create();
            _session.Answer = _film.Answer;

            await aurora.DownloadAsync(_session.Video, _session.Path);

            Assert.That(_session.Read(), Is.EqualTo(_film.Text));
            Assert.That(_session.Storage.Requests.Single(), Does.Not.Contain(DownloadSession.Id).And.Not.Contain(DownloadSession.Key).And.Not.Contain("X-API").IgnoreCase);
            Assert.That(proxy.Requests, Is.Empty);
        }
        finally
        {
            HttpClient.DefaultProxy = before;
        }
    }

    [Test]
    public async Task HttpClient_whose_default_headers_hold_a_key_is_refused()
    {
        using var http = new HttpClient { DefaultRequestHeaders = { { "x-api-key", DownloadSession.Key } } };
        using var aurora = new AuroraClient(http, DownloadSession.Options());

        await Assert.ThatAsync(
            () => aurora.DownloadAsync(_session.Video, _session.Path),
            Throws.InvalidOperationException.With.Message.Contains("DefaultRequestHeaders").And.Message.Not.Contains(DownloadSession.Key));
        Assert.That(_session.Storage.Requests, Is.Empty);
    }
}
