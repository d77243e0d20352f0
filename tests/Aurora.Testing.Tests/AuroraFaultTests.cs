using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace Aurora.Testing.Tests;

/// <summary>What a plain HttpClient sees of each fault.</summary>
public sealed class AuroraFaultTests
{
    private readonly FakeTimeProvider _clock = new();
    private AuroraServer _server = null!;
    private HttpClient _http = null!;

    [SetUp]
    public void Start()
    {
        _server = AuroraServer.Start(new AuroraServerOptions { TimeProvider = _clock });
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.All }) { BaseAddress = _server.BaseAddress };
        _http.DefaultRequestHeaders.Add("X-API-ID", _server.ApiId);
        _http.DefaultRequestHeaders.Add("X-API-KEY", _server.ApiKey);
    }

    [TearDown]
    public void Stop()
    {
        _http.Dispose();
        _server.Dispose();
    }

    [Test]
    public async Task Next_faults_are_used_once_each_in_their_order()
    {
        _server.EnqueueFaults(AuroraFault.Status(HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(7)), AuroraFault.Status(HttpStatusCode.BadGateway));
        Assert.That(_server.PendingFaults, Is.EqualTo(2));

        using var first = await GetAsync();
        using var second = await GetAsync();
        using var third = await GetAsync();

        Assert.That(first.StatusCode, Is.EqualTo(HttpStatusCode.TooManyRequests));
        Assert.That(first.Headers.RetryAfter!.Delta, Is.EqualTo(TimeSpan.FromSeconds(7)));
        Assert.That(await first.Content.ReadAsStringAsync(), Does.StartWith("""{"detail":"""));
        Assert.That(second.StatusCode, Is.EqualTo(HttpStatusCode.BadGateway));
        Assert.That(third.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(_server.PendingFaults, Is.Zero);
    }

    [Test]
    public async Task When_meets_only_the_requests_that_fit_as_often_as_asked()
    {
        _server.InjectFaultWhen(request => request.QueryValue("ordering") == "name", AuroraFault.Status(HttpStatusCode.InternalServerError), times: 2);

        Assert.That((await GetAsync()).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        for (var time = 0; time < 3; time++)
            Assert.That((await GetAsync("?ordering=name")).StatusCode, Is.EqualTo(time < 2 ? HttpStatusCode.InternalServerError : HttpStatusCode.OK));
    }

    [TestCase("gzip")]
    [TestCase("br")]
    [TestCase("deflate")]
    public async Task Compressed_is_the_right_answer(string encoding)
    {
        var plain = await (await GetAsync()).Content.ReadAsStringAsync();
        _server.EnqueueFaults(AuroraFault.Compressed(encoding));

        using var response = await GetAsync();

        Assert.That(await response.Content.ReadAsStringAsync(), Is.EqualTo(plain));
        Assert.That(response.Content.Headers.ContentEncoding, Is.Empty, "HttpClient has decompressed it");
    }

    [Test]
    public void Compressed_by_an_unknown_encoding_is_refused() => Assert.That(() => AuroraFault.Compressed("zip"), Throws.ArgumentException);

    [Test]
    public async Task Redirect_points_where_it_should()
    {
        _server.EnqueueFaults(AuroraFault.Redirect(new Uri("https://other.example/x")));

        using var response = await GetAsync();

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Found));
        Assert.That(response.Headers.Location, Is.EqualTo(new Uri("https://other.example/x")));
    }

    [Test]
    public async Task Body_is_sent_as_it_is()
    {
        _server.EnqueueFaults(AuroraFault.Body([0xFF, 0x00], "text/html"));

        using var response = await GetAsync();

        Assert.That(await response.Content.ReadAsByteArrayAsync(), Is.EqualTo(new byte[] { 0xFF, 0x00 }));
        Assert.That(response.Content.Headers.ContentType!.MediaType, Is.EqualTo("text/html"));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Truncate_ends_the_connection_in_the_body(bool chunked)
    {
        _server.EnqueueFaults(AuroraFault.Truncate(100, chunked));

        using var response = await GetAsync();

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(response.Content.Headers.ContentLength is null, Is.EqualTo(chunked));
        await Assert.ThatAsync(() => response.Content.ReadAsStringAsync(), Throws.InstanceOf<HttpRequestException>());
    }

    [Test]
    public async Task Reset_ends_the_connection_before_any_answer()
    {
        _server.EnqueueFaults(AuroraFault.Reset());

        await Assert.ThatAsync(() => GetAsync(), Throws.InstanceOf<HttpRequestException>());
        Assert.That(_server.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Stall_sends_the_first_bytes_and_then_nothing()
    {
        _server.EnqueueFaults(AuroraFault.Stall(10));
        using var response = await GetAsync();
        var stream = await response.Content.ReadAsStreamAsync();
        await stream.ReadExactlyAsync(new byte[10]);
        using var cancelling = new CancellationTokenSource();

        var next = stream.ReadAsync(new byte[1], cancelling.Token).AsTask();
        Assert.That(next.IsCompleted, Is.False);
        await cancelling.CancelAsync();

        await Assert.ThatAsync(() => next, Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task Dispose_breaks_off_what_waits_in_a_fault([Values] bool delayed)
    {
        _server.EnqueueFaults(delayed ? AuroraFault.Delay(TimeSpan.FromDays(1)) : AuroraFault.Stall(10));
        var answer = _http.GetStringAsync(new Uri("api/aurora/", UriKind.Relative));
        await _server.WaitForRequestsAsync(1);

        // Without an end of the fault the web server gives the request half a minute.
        await _server.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(25));

        await Assert.ThatAsync(() => answer, Throws.InstanceOf<HttpRequestException>());
    }

    [Test]
    public async Task Delay_waits_for_the_servers_clock()
    {
        _server.EnqueueFaults(AuroraFault.Delay(TimeSpan.FromHours(1)));
        var answer = GetAsync();

        while (!answer.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromMinutes(10));
            await Task.Yield();
        }

        Assert.That((await answer).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(_clock.GetUtcNow() - _clock.Start, Is.GreaterThanOrEqualTo(TimeSpan.FromHours(1)));
    }

    [Test]
    public async Task Dribble_is_the_right_answer_in_pieces()
    {
        var plain = await (await GetAsync()).Content.ReadAsStringAsync();
        _server.EnqueueFaults(AuroraFault.Dribble(1000, TimeSpan.Zero));

        using var response = await GetAsync();

        Assert.That(await response.Content.ReadAsStringAsync(), Is.EqualTo(plain));
        Assert.That(response.Headers.TransferEncodingChunked, Is.True);
    }

    private Task<HttpResponseMessage> GetAsync(string query = "") =>
        _http.GetAsync(new Uri("api/aurora/" + query, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
}
