using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace Aurora.Testing.Tests;

/// <summary>Tests the faults with a plain <see cref="HttpClient"/>.</summary>
[TestFixture]
public sealed class AuroraFaultTests
{
    private readonly FakeTimeProvider _clock = new();
    private AuroraServer _server = null!;
    private HttpClient _http = null!;

    [SetUp]
    public void Start()
    {
        _server = AuroraServer.Start(new AuroraServerOptions { TimeProvider = _clock });
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.All };
        _http = new HttpClient(handler) { BaseAddress = _server.BaseAddress };
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
    public async Task EnqueueFaults_several_faults_are_used_once_in_order()
    {
        _server.EnqueueFaults(
            AuroraFault.Status(HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(7)), AuroraFault.Status(HttpStatusCode.BadGateway));
        Assert.That(_server.PendingFaultCount, Is.EqualTo(2));

        using var first = await GetAsync();
        using var second = await GetAsync();
        using var third = await GetAsync();

        Assert.That(first.StatusCode, Is.EqualTo(HttpStatusCode.TooManyRequests));
        Assert.That(first.Headers.RetryAfter!.Delta, Is.EqualTo(TimeSpan.FromSeconds(7)));
        Assert.That(await first.Content.ReadAsStringAsync(), Does.StartWith("""{"detail":"""));
        Assert.That(second.StatusCode, Is.EqualTo(HttpStatusCode.BadGateway));
        Assert.That(third.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(_server.PendingFaultCount, Is.Zero);
    }

    [Test]
    public async Task InjectFaultWhen_affects_matching_requests_the_specified_number_of_times()
    {
        _server.InjectFaultWhen(
            request => request.GetQueryValue("ordering") == "name", AuroraFault.Status(HttpStatusCode.InternalServerError), times: 2);

        Assert.That((await GetAsync()).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        for (var time = 0; time < 3; time++)
            Assert.That((await GetAsync("?ordering=name")).StatusCode, Is.EqualTo(time < 2 ? HttpStatusCode.InternalServerError : HttpStatusCode.OK));
    }

    [TestCase("gzip")]
    [TestCase("br")]
    [TestCase("deflate")]
    public async Task Compressed_sends_the_normal_response(string encoding)
    {
        var plain = await (await GetAsync()).Content.ReadAsStringAsync();
        _server.EnqueueFaults(AuroraFault.Compressed(encoding));

        using var response = await GetAsync();

        Assert.That(await response.Content.ReadAsStringAsync(), Is.EqualTo(plain));
        Assert.That(response.Content.Headers.ContentEncoding, Is.Empty, "HttpClient removes the header when it decompresses");
    }

    [Test]
    public void Compressed_unknown_encoding_throws() => Assert.That(() => AuroraFault.Compressed("zip"), Throws.ArgumentException);

    [Test]
    public async Task Redirect_sends_the_location()
    {
        _server.EnqueueFaults(AuroraFault.Redirect(new Uri("https://other.example/x")));

        using var response = await GetAsync();

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Found));
        Assert.That(response.Headers.Location, Is.EqualTo(new Uri("https://other.example/x")));
    }

    [Test]
    public async Task Body_sends_the_exact_bytes()
    {
        _server.EnqueueFaults(AuroraFault.Body([0xFF, 0x00], "text/html"));

        using var response = await GetAsync();

        Assert.That(await response.Content.ReadAsByteArrayAsync(), Is.EqualTo(new byte[] { 0xFF, 0x00 }));
        Assert.That(response.Content.Headers.ContentType!.MediaType, Is.EqualTo("text/html"));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Truncate_closes_the_connection_within_the_body(bool chunked)
    {
        _server.EnqueueFaults(AuroraFault.Truncate(100, chunked));

        using var response = await GetAsync();

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(response.Content.Headers.ContentLength is null, Is.EqualTo(chunked));
        await Assert.ThatAsync(() => response.Content.ReadAsStringAsync(), Throws.InstanceOf<HttpRequestException>());
    }

    [Test]
    public async Task Reset_closes_the_connection_before_the_response()
    {
        _server.EnqueueFaults(AuroraFault.Reset());

        await Assert.ThatAsync(() => GetAsync(), Throws.InstanceOf<HttpRequestException>());
        Assert.That(_server.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Stall_sends_the_first_bytes_only()
    {
        _server.EnqueueFaults(AuroraFault.Stall(10));
        using var response = await GetAsync();
        var stream = await response.Content.ReadAsStreamAsync();
        await stream.ReadExactlyAsync(new byte[10]);
        using var cancellation = new CancellationTokenSource();

        var next = stream.ReadAsync(new byte[1], cancellation.Token).AsTask();
        Assert.That(next.IsCompleted, Is.False);
        await cancellation.CancelAsync();

        await Assert.ThatAsync(() => next, Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task DisposeAsync_aborts_requests_waiting_in_a_fault([Values] bool delayed)
    {
        _server.EnqueueFaults(delayed ? AuroraFault.Delay(TimeSpan.FromDays(1)) : AuroraFault.Stall(10));
        var response = _http.GetStringAsync(new Uri("api/aurora/", UriKind.Relative));
        await _server.WaitForRequestsAsync(1);

        // If the fault did not end, Kestrel would wait 30 seconds for the request.
        await _server.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(25));

        await Assert.ThatAsync(() => response, Throws.InstanceOf<HttpRequestException>());
    }

    [Test]
    public async Task Delay_uses_the_clock_of_the_server()
    {
        _server.EnqueueFaults(AuroraFault.Delay(TimeSpan.FromHours(1)));
        var response = GetAsync();

        while (!response.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromMinutes(10));
            await Task.Yield();
        }

        Assert.That((await response).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(_clock.GetUtcNow() - _clock.Start, Is.GreaterThanOrEqualTo(TimeSpan.FromHours(1)));
    }

    [Test]
    public async Task SlowBody_sends_the_normal_response_in_chunks()
    {
        var plain = await (await GetAsync()).Content.ReadAsStringAsync();
        _server.EnqueueFaults(AuroraFault.SlowBody(1000, TimeSpan.Zero));

        using var response = await GetAsync();

        Assert.That(await response.Content.ReadAsStringAsync(), Is.EqualTo(plain));
        Assert.That(response.Headers.TransferEncodingChunked, Is.True);
    }

    private Task<HttpResponseMessage> GetAsync(string query = "") =>
        _http.GetAsync(new Uri("api/aurora/" + query, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
}
