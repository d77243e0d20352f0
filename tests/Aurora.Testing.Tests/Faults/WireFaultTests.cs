using System.Globalization;
using System.IO.Compression;
using System.Net;

namespace Aurora.Testing.Tests.Faults;

/// <summary>What a raw socket sees of the faults that no HTTP library would send.</summary>
public sealed class WireFaultTests
{
    private AuroraServer _server = null!;
    private string _right = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _server = AuroraServer.Start(new AuroraServerOptions { VideoCount = 3 });
        using var connection = await RawConnection.ReadAsync(_server);
        _right = connection.Body;
    }

    [TearDown]
    public void Stop() => _server.Dispose();

    [Test]
    public async Task Reset_before_the_answer_sends_no_byte_and_resets()
    {
        using var connection = await MeetAsync(AuroraFault.Reset());

        Assert.That(connection.Text, Is.Empty);
        Assert.That(connection.WasReset);
    }

    [Test]
    public async Task Reset_in_the_headers_sends_their_beginning_and_resets()
    {
        using var connection = await MeetAsync(AuroraFault.Reset(20));

        Assert.That(connection.Text, Is.EqualTo("HTTP/1.1 200 OK\r\nCon"));
        Assert.That(connection.WasReset);
    }

    [Test]
    public async Task Reset_in_the_body_sends_the_headers_and_its_beginning_and_resets()
    {
        using var connection = await MeetAsync(AuroraFault.Reset(200));

        Assert.That(connection.Text, Has.Length.EqualTo(200));
        Assert.That(connection.Head, Does.Contain($"Content-Length: {_right.Length}\r\n"));
        Assert.That(_right, Does.StartWith(connection.Body));
        Assert.That(connection.WasReset);
    }

    [Test]
    public async Task Close_before_the_answer_sends_no_byte_and_ends_in_order()
    {
        using var connection = await MeetAsync(AuroraFault.Close());

        Assert.That(connection.Text, Is.Empty);
        Assert.That(connection.WasReset, Is.False);
    }

    [Test]
    public async Task Close_in_the_headers_sends_their_beginning_and_ends_in_order()
    {
        using var connection = await MeetAsync(AuroraFault.Close(12).With("X-Never", "seen"));

        Assert.That(connection.Text, Is.EqualTo("HTTP/1.1 200"));
        Assert.That(connection.WasReset, Is.False);
    }

    [Test]
    public async Task Close_beyond_the_answer_sends_all_of_it()
    {
        using var connection = await MeetAsync(AuroraFault.Close(1_000_000).With("X-Further", "yes"));

        Assert.That(connection.Head, Does.StartWith("HTTP/1.1 200 OK\r\n").And.Contain("X-Further: yes\r\n"));
        Assert.That(connection.Body, Is.EqualTo(_right));
    }

    [Test]
    public async Task NotHttp_sends_the_greeting_of_another_protocol()
    {
        using var connection = await MeetAsync(AuroraFault.NotHttp());

        Assert.That(connection.Text, Is.EqualTo("SSH-2.0-OpenSSH_9.2p1\r\n"));
    }

    [Test]
    public async Task Raw_sends_the_bytes_to_the_letter()
    {
        using var connection = await MeetAsync(AuroraFault.Raw([0, 13, 10, 255]));

        Assert.That(connection.Text, Is.EqualTo("\0\r\n\u00FF"));
    }

    [Test]
    public async Task Truncate_by_length_promises_more_than_it_sends()
    {
        using var connection = await MeetAsync(AuroraFault.Truncate(100));

        Assert.That(connection.Head, Does.Contain($"Content-Length: {_right.Length}\r\n"));
        Assert.That(connection.Body, Is.EqualTo(_right[..100]));
    }

    [Test]
    public async Task Truncate_by_chunk_sends_one_chunk_and_no_last_one()
    {
        using var connection = await MeetAsync(AuroraFault.Truncate(100, chunked: true));

        Assert.That(connection.Head, Does.Contain("Transfer-Encoding: chunked\r\n"));
        Assert.That(connection.Body, Is.EqualTo($"64\r\n{_right[..100]}\r\n"));
    }

    [TestCase(5)]
    [TestCase(1_000_000)]
    [TestCase(-1)]
    public async Task WrongLength_sends_the_right_body_under_that_length(long length)
    {
        using var connection = await MeetAsync(AuroraFault.WrongLength(length));

        Assert.That(connection.Head, Does.Contain($"Content-Length: {length}\r\n"));
        Assert.That(connection.Body, Is.EqualTo(_right));
    }

    [Test]
    public async Task BrokenChunking_has_a_good_chunk_and_then_a_size_that_is_no_number()
    {
        using var connection = await MeetAsync(AuroraFault.BrokenChunking());

        var size = int.Parse(connection.Body[..connection.Body.IndexOf('\r')], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        Assert.That(connection.Head, Does.Contain("Transfer-Encoding: chunked\r\n").And.Not.Contain("Content-Length"));
        Assert.That(connection.Body, Is.EqualTo($"{size:x}\r\n{_right[..size]}\r\nsize\r\n{_right[size..]}\r\n0\r\n\r\n"));
    }

    [Test]
    public async Task CorruptGzip_begins_as_gzip_and_cannot_be_read_to_its_end()
    {
        using var connection = await MeetAsync(AuroraFault.CorruptGzip());

        Assert.That(connection.Head, Does.Contain("Content-Encoding: gzip\r\n").And.Contain($"Content-Length: {connection.Body.Length}\r\n"));
        Assert.That(connection.BodyBytes.Take(2), Is.EqualTo(new byte[] { 0x1F, 0x8B }));
        await using var gzip = new GZipStream(new MemoryStream(connection.BodyBytes), CompressionMode.Decompress);
        Assert.That(() => gzip.CopyTo(Stream.Null), Throws.TypeOf<InvalidDataException>());
    }

    [Test]
    public async Task GzipBomb_is_a_thousandth_of_the_empty_list_that_it_holds()
    {
        using var connection = await MeetAsync(AuroraFault.GzipBomb(64));

        await using var gzip = new GZipStream(new MemoryStream(connection.BodyBytes), CompressionMode.Decompress);
        using var text = new StreamReader(gzip);
        var list = await text.ReadToEndAsync();
        Assert.That(list, Has.Length.EqualTo((64 << 20) + 2));
        Assert.That(list.Replace(" ", "", StringComparison.Ordinal), Is.EqualTo("[]"));
        Assert.That(connection.Body, Has.Length.LessThan(list.Length / 900));
    }

    [TestCase(100, "Continue")]
    [TestCase(103, "")]
    public async Task Interim_comes_before_the_right_answer(int status, string reason)
    {
        using var connection = await MeetAsync(AuroraFault.Interim((HttpStatusCode)status));

        Assert.That(connection.Head, Is.EqualTo($"HTTP/1.1 {status} {reason}\r\n\r\n"));
        Assert.That(connection.Body, Does.StartWith("HTTP/1.1 200 OK\r\n").And.EndsWith(_right));
    }

    [Test]
    public async Task Status_204_has_no_body_and_no_length()
    {
        using var connection = await MeetAsync(AuroraFault.Status(HttpStatusCode.NoContent));

        Assert.That(connection.Head, Does.StartWith("HTTP/1.1 204 No Content\r\n").And.Not.Contain("Content-Length"));
        Assert.That(connection.Body, Is.Empty);
    }

    [Test]
    public async Task Partial_is_a_206_with_its_range()
    {
        using var connection = await MeetAsync(AuroraFault.Partial(10));

        Assert.That(connection.Head, Does.StartWith("HTTP/1.1 206 Partial Content\r\n").And.Contain($"Content-Range: bytes 0-9/{_right.Length}\r\n"));
        Assert.That(connection.Body, Is.EqualTo(_right[..10]));
    }

    [Test]
    public async Task Header_is_on_the_right_answer()
    {
        using var connection = await MeetAsync(AuroraFault.Header("X-Request-Id", "a b;c").With("Content-Type", "application/vnd.x+json"));

        Assert.That(connection.Head, Does.Contain("X-Request-Id: a b;c\r\n").And.Contain("Content-Type: application/vnd.x+json\r\n"));
        Assert.That(connection.Body, Is.EqualTo(_right));
    }

    [Test]
    public async Task Dribble_sends_a_chunk_for_each_piece()
    {
        using var connection = await MeetAsync(AuroraFault.Dribble(700, TimeSpan.Zero));

        Assert.That(connection.Body, Does.StartWith($"2bc\r\n{_right[..700]}\r\n").And.EndsWith("\r\n0\r\n\r\n"));
    }

    private Task<RawConnection> MeetAsync(AuroraFault fault)
    {
        _server.EnqueueFaults(fault);
        return RawConnection.ReadAsync(_server);
    }
}
