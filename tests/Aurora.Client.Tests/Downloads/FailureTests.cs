using Aurora.Client.Tests.Transport;
using Microsoft.Extensions.Time.Testing;
using NUnit.Framework.Constraints;

namespace Aurora.Client.Tests.Downloads;

/// <summary>Downloads that fail: the exception names the video and the address, and leaves no file.</summary>
[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class FailureTests : IDisposable
{
    private readonly StoredFile _film = StoredFile.Of(1000);
    private readonly DownloadSession _session = new();

    public void Dispose() => _session.Dispose();

    [TestCase(401, AuroraErrorKind.Authentication)]
    [TestCase(403, AuroraErrorKind.Permission)]
    [TestCase(404, AuroraErrorKind.NotFound)]
    [TestCase(410, AuroraErrorKind.NotFound)]
    public async Task Expired_address_fails_without_a_retry(int status, AuroraErrorKind kind)
    {
        _session.Answer = _ => LocalServer.Response(status);

        var error = await FailAsync();

        Assert.That((error.Kind, (int?)error.StatusCode, error.Attempts), Is.EqualTo((kind, status, 1)));
        Assert.That(error.Request, Is.EqualTo($"GET {_session.Storage.Address}film.mp4 (video {_session.Video.Id})"));
        Assert.That(error.Message, Does.Match($@"^GET http://127\.0\.0\.1:\d+/film\.mp4 \(video {_session.Video.Id}\) failed: .*expired.* 127\.0\.0\.1:\d+ returned {status} \w+\.$"));
        Assert.That(_session.Storage.Requests, Has.Count.EqualTo(1));
    }

    [TestCase(400, AuroraErrorKind.InvalidRequest, 1)]
    [TestCase(408, AuroraErrorKind.Timeout, 4)]
    [TestCase(429, AuroraErrorKind.RateLimit, 4)]
    [TestCase(500, AuroraErrorKind.Server, 4)]
    public async Task Status_is_retried_if_it_may_be_temporary(int status, AuroraErrorKind kind, int attempts)
    {
        _session.Answer = _ => LocalServer.Response(status);

        var error = await FailAsync();

        Assert.That((error.Kind, error.Attempts, _session.Storage.Requests.Count), Is.EqualTo((kind, attempts, attempts)));
        Assert.That(error.Message, Does.Contain($" returned {status} ").And.Not.Contain("API"));
    }

    [Test]
    public async Task Retry_after_is_respected()
    {
        var clock = new FakeTimeProvider();
        using var session = new DownloadSession(clock: clock);
        session.Answer = _ => session.Storage.Requests.Count == 1 ? LocalServer.Response(429, "", "Retry-After: 77") : _film.Whole();

        var download = session.DownloadAsync();
        await session.Storage.Answered;
        for (var seconds = 0; !download.IsCompleted && seconds < 76; seconds++)
            clock.Advance(TimeSpan.FromSeconds(1));
        Assert.That(download.IsCompleted, Is.False);
        while (!download.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(1);
        }

        await download;
        Assert.That(session.Read(), Is.EqualTo(_film.Text));
    }

    [Test]
    public async Task Retry_after_that_is_longer_than_Timeout_fails()
    {
        _session.Answer = _ => LocalServer.Response(429, "", "Retry-After: 101");

        var error = await FailAsync();

        Assert.That((error.RetryAfter, error.Attempts), Is.EqualTo((TimeSpan.FromSeconds(101), 1)));
        Assert.That(error.Message, Does.Match(@"127\.0\.0\.1:\d+ asks to wait 101 s\."));
    }

    [Test]
    public async Task Short_bodies_fail_after_the_retries_of_the_options()
    {
        _session.Answer = head => StoredFile.RangeFrom(head) is null ? _film.Whole(breakAfter: 600)
            : "HTTP/1.1 206 Partial Content\r\nETag: \"v1\"\r\nContent-Range: bytes 600-999/1000\r\nContent-Length: 400\r\nConnection: close\r\n\r\n";

        var error = await FailAsync(isResumable: true);

        Assert.That(error.Kind, Is.EqualTo(AuroraErrorKind.Network));
        Assert.That(error.Reason, Is.EqualTo("The connection was lost after 600 of 1000 bytes."));
        Assert.That(error.Attempts, Is.EqualTo(1 + new AuroraClientOptions().MaxRetries));
    }

    [Test]
    public async Task Retries_count_from_the_last_new_data()
    {
        _session.Answer = head => (StoredFile.RangeFrom(head) ?? 0) is var start && start < 1000
            ? $"HTTP/1.1 {(start == 0 ? "200 OK" : $"206 Part\r\nContent-Range: bytes {start}-999/1000")}\r\nETag: \"v1\"\r\nContent-Length: {1000 - start}\r\nConnection: close\r\n\r\n{_film.Text[start..(start + 100)]}"
            : "";

        await _session.DownloadAsync();

        Assert.That(_session.Read(), Is.EqualTo(_film.Text));
        Assert.That(_session.Storage.Requests, Has.Count.EqualTo(10));
    }

    [Test]
    public async Task Chunked_response_that_breaks_off_is_not_taken_for_the_whole_file()
    {
        _session.Answer = _ => "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n5\r\nabcde\r\n";

        var error = await FailAsync();

        Assert.That(error.Kind, Is.EqualTo(AuroraErrorKind.Network));
    }

    [Test]
    public async Task More_data_than_announced_fails()
    {
        _session.Answer = head => StoredFile.RangeFrom(head) is null ? _film.Whole(breakAfter: 600)
            : $"HTTP/1.1 206 Partial Content\r\nETag: \"v1\"\r\nContent-Range: bytes 600-999/1000\r\nContent-Length: 500\r\nConnection: close\r\n\r\n{new string('x', 500)}";

        var error = await FailAsync();

        Assert.That(error.Reason, Does.Contain("longer than the 1000 bytes"));
    }

    [TestCase("Content-Length: 0\r\nETag: \"v1\"", "", "The file is empty")]
    [TestCase("Content-Length: 6\r\nContent-Type: Text/HTML; charset=utf-8", "<html>", "web page")]
    [TestCase("Content-Length: 6\r\nContent-Encoding: gzip", "abcdef", "compressed file (gzip)")]
    [TestCase("Content-Length: 6\r\nContent-Encoding: aws-chunked, BR", "abcdef", "compressed file (BR)")]
    public async Task Response_that_is_not_the_file_fails(string headers, string body, string reason)
    {
        _session.Answer = _ => $"HTTP/1.1 200 OK\r\n{headers}\r\nConnection: close\r\n\r\n{body}";

        var error = await FailAsync();

        Assert.That(error.Kind, Is.EqualTo(AuroraErrorKind.UnreadableResponse));
        Assert.That(error.Reason, Does.Contain(reason));
        Assert.That(_session.Storage.Requests.Single(), Does.Contain("Accept-Encoding: identity\r\n"));
    }

    [TestCase("aws-chunked")]
    [TestCase("utf-8")]
    [TestCase("binary")]
    [TestCase("identity")]
    public async Task Content_encoding_that_names_no_compression_is_ignored(string encoding)
    {
        _session.Answer = new StoredFile(_film.Text, $"Content-Encoding: {encoding}").Answer;

        await _session.DownloadAsync();

        Assert.That(_session.Read(), Is.EqualTo(_film.Text));
    }

    [Test]
    public async Task Server_that_does_not_respond_times_out_after_AttemptTimeout()
    {
        var clock = new FakeTimeProvider();
        using var session = new DownloadSession(stalls: true, clock) { Answer = _ => "" };

        var download = session.DownloadAsync();
        while (!download.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        var error = await Thrown.By(() => download);
        Assert.That((error.Kind, error.Attempts), Is.EqualTo((AuroraErrorKind.Timeout, 4)));
        Assert.That(error.Reason, Does.Contain("AttemptTimeout (00:00:30)"));
    }

    [TestCase(null)]
    [TestCase(" ")]
    public async Task Video_without_a_file_throws_ArgumentException_with_its_status(string? address)
    {
        var video = new AuroraFlow { Id = Guid.NewGuid(), Status = AuroraStatus.Failed, FailedReason = "No face.", VideoOutput = address };

        await Assert.ThatAsync(() => _session.Aurora.DownloadAsync(video, _session.Path), IsClear(video));
        await Assert.ThatAsync(() => _session.Aurora.DownloadAsync(video, Stream.Null), IsClear(video));
        Assert.That(_session.Files, Is.Empty);
    }

    [Test]
    public async Task Invalid_arguments_are_refused()
    {
        using var reader = new MemoryStream([], writable: false);

        await Assert.ThatAsync(() => _session.Aurora.DownloadAsync(null!, _session.Path), Throws.ArgumentNullException.With.Property("ParamName").EqualTo("video"));
        await Assert.ThatAsync(() => _session.Aurora.DownloadAsync(_session.Video, (string)null!), Throws.ArgumentNullException.With.Property("ParamName").EqualTo("path"));
        await Assert.ThatAsync(() => _session.Aurora.DownloadAsync(_session.Video, ""), Throws.ArgumentException.With.Property("ParamName").EqualTo("path"));
        await Assert.ThatAsync(() => _session.Aurora.DownloadAsync(_session.Video, (Stream)null!), Throws.ArgumentNullException.With.Property("ParamName").EqualTo("destination"));
        await Assert.ThatAsync(() => _session.Aurora.DownloadAsync(_session.Video, reader), Throws.ArgumentException.With.Property("ParamName").EqualTo("destination"));
        Assert.That(_session.Storage.Requests, Is.Empty);
    }

    private static ContainsConstraint IsClear(AuroraFlow video) =>
        Throws.ArgumentException.With.Property("ParamName").EqualTo("video").And.Message.Contains($"{video.Id}").And.Message.Contains("failed").And.Message.Contains("No face.");

    private async Task<AuroraApiException> FailAsync(bool isResumable = false)
    {
        var error = await Thrown.By(() => _session.DownloadAsync());
        Assert.That(_session.Files, isResumable ? Is.EqualTo(new[] { ".film.mp4.part", ".film.mp4.part.json" }) : Is.Empty);
        Assert.That(error.ToString(), Does.Not.Contain("secret"));
        return error;
    }
}
