using System.Globalization;
using System.IO.Compression;
using System.Net;

namespace Aurora.Testing.Tests.Faults;

/// <summary>Tests the faults on the byte level with a socket.</summary>
[TestFixture]
public sealed class WireFaultTests
{
    private AuroraServer _server = null!;
    private string _normalBody = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _server = AuroraServer.Start(new AuroraServerOptions { VideoCount = 3 });
        using var connection = await RawConnection.ReadAsync(_server);
        _normalBody = connection.Body;
    }

    [TearDown]
    public void Stop() => _server.Dispose();

    [Test]
    public async Task Reset_before_the_response_sends_no_bytes()
    {
        using var connection = await ReceiveAsync(AuroraFault.Reset());

        Assert.That(connection.Text, Is.Empty);
        Assert.That(connection.WasReset);
    }

    [Test]
    public async Task Reset_in_the_headers_sends_the_first_bytes()
    {
        using var connection = await ReceiveAsync(AuroraFault.Reset(20));

        Assert.That(connection.Text, Is.EqualTo("HTTP/1.1 200 OK\r\nCon"));
        Assert.That(connection.WasReset);
    }

    [Test]
    public async Task Reset_in_the_body_sends_the_headers_and_the_first_bytes()
    {
        using var connection = await ReceiveAsync(AuroraFault.Reset(200));

        Assert.That(connection.Text, Has.Length.EqualTo(200));
        Assert.That(connection.Head, Does.Contain($"Content-Length: {_normalBody.Length}\r\n"));
        Assert.That(_normalBody, Does.StartWith(connection.Body));
        Assert.That(connection.WasReset);
    }

    [Test]
    public async Task Close_before_the_response_sends_no_bytes()
    {
        using var connection = await ReceiveAsync(AuroraFault.Close());

        Assert.That(connection.Text, Is.Empty);
        Assert.That(connection.WasReset, Is.False);
    }

    [Test]
    public async Task Close_in_the_headers_sends_the_first_bytes()
    {
        using var connection = await ReceiveAsync(AuroraFault.Close(12).WithHeader("X-Never", "seen"));

        Assert.That(connection.Text, Is.EqualTo("HTTP/1.1 200"));
        Assert.That(connection.WasReset, Is.False);
    }

    [Test]
    public async Task Close_after_the_response_sends_everything()
    {
        using var connection = await ReceiveAsync(AuroraFault.Close(1_000_000).WithHeader("X-Extra", "yes"));

        Assert.That(connection.Head, Does.StartWith("HTTP/1.1 200 OK\r\n").And.Contain("X-Extra: yes\r\n"));
        Assert.That(connection.Body, Is.EqualTo(_normalBody));
    }

    [Test]
    public async Task NotHttp_sends_the_greeting_of_a_different_protocol()
    {
        using var connection = await ReceiveAsync(AuroraFault.NotHttp());

        Assert.That(connection.Text, Is.EqualTo("SSH-2.0-OpenSSH_9.2p1\r\n"));
    }

    [Test]
    public async Task Raw_sends_the_exact_bytes()
    {
        using var connection = await ReceiveAsync(AuroraFault.Raw([0, 13, 10, 255]));

        Assert.That(connection.Text, Is.EqualTo("\0\r\n\u00FF"));
    }

    [Test]
    public async Task Truncate_with_content_length_sends_fewer_bytes()
    {
        using var connection = await ReceiveAsync(AuroraFault.Truncate(100));

        Assert.That(connection.Head, Does.Contain($"Content-Length: {_normalBody.Length}\r\n"));
        Assert.That(connection.Body, Is.EqualTo(_normalBody[..100]));
    }

    [Test]
    public async Task Truncate_with_chunks_omits_the_last_chunk()
    {
        using var connection = await ReceiveAsync(AuroraFault.Truncate(100, chunked: true));

        Assert.That(connection.Head, Does.Contain("Transfer-Encoding: chunked\r\n"));
        Assert.That(connection.Body, Is.EqualTo($"64\r\n{_normalBody[..100]}\r\n"));
    }

    [TestCase(5)]
    [TestCase(1_000_000)]
    [TestCase(-1)]
    public async Task WrongContentLength_sends_the_normal_body_with_that_length(long length)
    {
        using var connection = await ReceiveAsync(AuroraFault.WrongContentLength(length));

        Assert.That(connection.Head, Does.Contain($"Content-Length: {length}\r\n"));
        Assert.That(connection.Body, Is.EqualTo(_normalBody));
    }

    [Test]
    public async Task BrokenChunking_second_size_is_not_a_number()
    {
        using var connection = await ReceiveAsync(AuroraFault.BrokenChunking());

        var size = int.Parse(connection.Body[..connection.Body.IndexOf('\r')], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        Assert.That(connection.Head, Does.Contain("Transfer-Encoding: chunked\r\n").And.Not.Contain("Content-Length"));
        Assert.That(connection.Body, Is.EqualTo($"{size:x}\r\n{_normalBody[..size]}\r\nsize\r\n{_normalBody[size..]}\r\n0\r\n\r\n"));
    }

    [Test]
    public async Task CorruptGzip_starts_valid_and_fails_to_decompress()
    {
        using var connection = await ReceiveAsync(AuroraFault.CorruptGzip());

        Assert.That(connection.Head, Does.Contain("Content-Encoding: gzip\r\n").And.Contain($"Content-Length: {connection.Body.Length}\r\n"));
        Assert.That(connection.BodyBytes.Take(2), Is.EqualTo(new byte[] { 0x1F, 0x8B }));
        await using var gzip = new GZipStream(new MemoryStream(connection.BodyBytes), CompressionMode.Decompress);
        Assert.That(() => gzip.CopyTo(Stream.Null), Throws.TypeOf<InvalidDataException>());
    }

    [Test]
    public async Task GzipBomb_expands_to_an_empty_list_of_the_specified_size()
    {
        using var connection = await ReceiveAsync(AuroraFault.GzipBomb(64));

        await using var gzip = new GZipStream(new MemoryStream(connection.BodyBytes), CompressionMode.Decompress);
        using var text = new StreamReader(gzip);
        var list = await text.ReadToEndAsync();
        Assert.That(list, Has.Length.EqualTo((64 << 20) + 2));
        Assert.That(list.Replace(" ", "", StringComparison.Ordinal), Is.EqualTo("[]"));
        Assert.That(connection.Body, Has.Length.LessThan(list.Length / 900));
    }

    [TestCase(100, "Continue")]
    [TestCase(103, "")]
    public async Task Informational_precedes_the_normal_response(int status, string reason)
    {
        using var connection = await ReceiveAsync(AuroraFault.Informational((HttpStatusCode)status));

        Assert.That(connection.Head, Is.EqualTo($"HTTP/1.1 {status} {reason}\r\n\r\n"));
        Assert.That(connection.Body, Does.StartWith("HTTP/1.1 200 OK\r\n").And.EndsWith(_normalBody));
    }

    [Test]
    public async Task Status_204_has_no_body_and_no_content_length()
    {
        using var connection = await ReceiveAsync(AuroraFault.Status(HttpStatusCode.NoContent));

        Assert.That(connection.Head, Does.StartWith("HTTP/1.1 204 No Content\r\n").And.Not.Contain("Content-Length"));
        Assert.That(connection.Body, Is.Empty);
    }

    [Test]
    public async Task PartialContent_sends_206_with_a_content_range()
    {
        using var connection = await ReceiveAsync(AuroraFault.PartialContent(10));

        Assert.That(connection.Head, Does.StartWith("HTTP/1.1 206 Partial Content\r\n"));
        Assert.That(connection.Head, Does.Contain($"Content-Range: bytes 0-9/{_normalBody.Length}\r\n"));
        Assert.That(connection.Body, Is.EqualTo(_normalBody[..10]));
    }

    [Test]
    public async Task Header_is_added_to_the_normal_response()
    {
        using var connection = await ReceiveAsync(AuroraFault.Header("X-Request-Id", "a b;c").WithHeader("Content-Type", "application/vnd.x+json"));

        Assert.That(connection.Head, Does.Contain("X-Request-Id: a b;c\r\n").And.Contain("Content-Type: application/vnd.x+json\r\n"));
        Assert.That(connection.Body, Is.EqualTo(_normalBody));
    }

    [Test]
    public async Task SlowBody_sends_chunks_of_the_specified_size()
    {
        using var connection = await ReceiveAsync(AuroraFault.SlowBody(700, TimeSpan.Zero));

        Assert.That(connection.Body, Does.StartWith($"2bc\r\n{_normalBody[..700]}\r\n").And.EndsWith("\r\n0\r\n\r\n"));
    }

    private Task<RawConnection> ReceiveAsync(AuroraFault fault)
    {
        _server.EnqueueFaults(fault);
        return RawConnection.ReadAsync(_server);
    }
}
