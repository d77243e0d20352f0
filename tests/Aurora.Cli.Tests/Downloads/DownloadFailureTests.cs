using System.Text;

namespace Aurora.Cli.Tests.Downloads;

/// <summary>Downloads that fail, while the others continue.</summary>
[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class DownloadFailureTests : IDisposable
{
    private readonly DownloadSession _session = new();

    public void Dispose() => _session.Dispose();

    [TestCase("401 Unauthorized")]
    [TestCase("403 Forbidden")]
    [TestCase("404 Not Found")]
    [TestCase("410 Gone")]
    public async Task Download_expired_address_fails_without_retry(string status)
    {
        var film = StoredFile.Random(1000);
        _session.Add("gone", "/gone.mp4?signature=secret");
        _session.Add("film");
        _session.Storage.Answer = (request, reply) =>
            request.Path.StartsWith("/gone", StringComparison.Ordinal) ? reply.SendAsync(status) : film.AnswerAsync(request, reply);

        await Assert.ThatAsync(() => _session.RunAsync("--jobs", "1"), Is.EqualTo(ExitCode.Failed));

        Assert.That(_session.Files, Is.EqualTo(new[] { "film.mp4" }));
        Assert.That(_session.LastRun.Error, Does.Match($@"aurora: gone\.mp4: 127\.0\.0\.1:\d+ .*{status[..3]} .*expired.*run the command again.*\n"));
        Assert.That(_session.LastRun.Error, Does.EndWith("1 downloaded (1 KB), 1 failed\n").And.Not.Contain("secret"));
        Assert.That(_session.Storage.Requests, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Download_web_page_is_rejected()
    {
        _session.Add();
        string[] headers = ["Content-Type: Text/HTML; charset=utf-8", "Content-Length: 6"];
        _session.Storage.Answer = (_, reply) => reply.SendAsync("200 OK", headers, Encoding.UTF8.GetBytes("<html>"));

        await Assert.ThatAsync(() => _session.RunAsync(), Is.EqualTo(ExitCode.Failed));

        Assert.That(_session.LastRun.Error, Does.Contain("web page"));
        Assert.That(_session.Files, Is.Empty);
    }

    [Test]
    public async Task Download_compressed_response_is_rejected()
    {
        _session.Add();
        _session.Storage.Answer = (_, reply) => reply.SendAsync("200 OK", ["Content-Encoding: gzip", "Content-Length: 6"], new byte[6]);

        await Assert.ThatAsync(() => _session.RunAsync(), Is.EqualTo(ExitCode.Failed));

        Assert.That(_session.LastRun.Error, Does.Contain("compressed"));
        Assert.That(_session.Storage.Requests.Single().Headers["Accept-Encoding"], Is.EqualTo("identity"));
    }

    [Test]
    public async Task Download_wrong_length_fails_after_five_retries()
    {
        _session.Add();
        _session.Storage.Answer = (request, reply) => request.Range is null
            ? reply.SendAsync("200 OK", ["ETag: \"v1\"", "Content-Length: 1000"], new byte[600])
            : reply.SendAsync("206 Partial Content", ["ETag: \"v1\"", "Content-Range: bytes 600-999/1000", "Content-Length: 400"], default);

        await Assert.ThatAsync(() => _session.RunAsync(), Is.EqualTo(ExitCode.Failed));

        Assert.That(_session.LastRun.Error, Does.Contain("film.mp4: the connection was lost after 600 of 1000 bytes"));
        Assert.That(_session.Storage.Requests, Has.Count.EqualTo(6));
        var deviations = _session.Clock.Delays.Zip([1, 2, 4, 8, 16], (delay, seconds) => Math.Abs((delay.TotalSeconds / seconds) - 1));
        Assert.That(deviations, Is.All.LessThanOrEqualTo(0.25).And.Exactly(5).Items);
    }

    [Test]
    public async Task Download_more_data_than_announced_is_rejected()
    {
        var film = StoredFile.Random(1000);
        _session.Add();
        _session.Storage.Answer = (request, reply) => request.Range is null
            ? film.WholeAsync(reply, breakAfter: 600)
            : reply.SendAsync("206 Partial Content", ["ETag: \"v1\"", "Content-Range: bytes 600-999/1000", "Content-Length: 500"], new byte[500]);

        await Assert.ThatAsync(() => _session.RunAsync(), Is.EqualTo(ExitCode.Failed));

        Assert.That(_session.LastRun.Error, Does.Contain("longer than the 1000 bytes"));
        Assert.That(_session.Files, Is.Empty);
    }

    [Test]
    public async Task Download_empty_file_is_rejected()
    {
        _session.Add();
        _session.Storage.Answer = (_, reply) => reply.SendAsync("200 OK", "ETag: \"v1\"");

        await Assert.ThatAsync(() => _session.RunAsync(), Is.EqualTo(ExitCode.Failed));

        Assert.That(_session.LastRun.Error, Does.Contain("the file is empty"));
        Assert.That(_session.Files, Is.Empty);
    }

    [TestCase("408 Request Timeout")]
    [TestCase("429 Too Many Requests")]
    [TestCase("500 Internal Server Error")]
    [TestCase("503 Service Unavailable")]
    public async Task Download_transient_status_is_retried(string status)
    {
        var film = StoredFile.Random(1000);
        var answers = 0;
        _session.Add();
        _session.Storage.Answer = (request, reply) => answers++ < 2 ? reply.SendAsync(status) : film.AnswerAsync(request, reply);

        await Assert.ThatAsync(() => _session.RunAsync(), Is.Zero);

        Assert.That(_session.Read("film.mp4"), Is.EqualTo(film.Bytes));
        Assert.That(_session.Clock.Delays, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Download_retry_after_is_respected()
    {
        var film = StoredFile.Random(1000);
        var answers = 0;
        _session.Add();
        _session.Storage.Answer = (request, reply) =>
            answers++ == 0 ? reply.SendAsync("429 Too Many Requests", "Retry-After: 77") : film.AnswerAsync(request, reply);

        await Assert.ThatAsync(() => _session.RunAsync(), Is.Zero);

        Assert.That(_session.Clock.Delays, Is.EqualTo(new[] { TimeSpan.FromSeconds(77) }));
    }

    [Test]
    public async Task Download_long_retry_after_fails()
    {
        _session.Add();
        _session.Storage.Answer = (_, reply) => reply.SendAsync("429 Too Many Requests", "Retry-After: 86400");

        await Assert.ThatAsync(() => _session.RunAsync(), Is.EqualTo(ExitCode.Failed));

        Assert.That(_session.Clock.Delays, Is.Empty);
    }

    [Test]
    public async Task Download_silent_host_is_retried_after_idle_timeout()
    {
        var film = StoredFile.Random(1000);
        _session.Add();
        _session.Storage.Answer = async (request, reply) =>
        {
            await film.AnswerAsync(request, reply, breakAfter: request.Range is null ? 600 : null);
            if (request.Range is null)
                await reply.StallAsync();
        };

        var run = _session.RunAsync();
        var part = new FileInfo(Path.Combine(_session.Folder, ".film.mp4.part"));
        while (!run.IsCompleted)
        {
            if (_session.Clock.Delays.Count == 0 && part is { Exists: true, Length: 600 })
                _session.Clock.Advance(TimeSpan.FromSeconds(31));
            await Task.Yield();
            part.Refresh();
        }

        Assert.That(await run, Is.Zero);
        Assert.That(_session.Read("film.mp4"), Is.EqualTo(film.Bytes));
    }

    [TestCase("http://media.example.com/film.mp4", "http://media.example.com, but only https")]
    [TestCase("file:///etc/passwd", "file://, but only https")]
    [TestCase("film.mp4", "invalid address")]
    public async Task Download_unsafe_address_is_not_requested(string address, string reason)
    {
        _session.Add("film", address);

        await Assert.ThatAsync(() => _session.RunAsync(), Is.EqualTo(ExitCode.Failed));

        Assert.That(_session.LastRun.Error, Does.StartWith("aurora: film.mp4: ").And.Contain(reason));
        Assert.That(_session.Files, Is.Empty);
    }

    [TestCase("http://media.example.com/x?signature=secret", "redirects to http://media.example.com, but only https")]
    [TestCase("ftp://media.example.com/x", "redirects to ftp://media.example.com")]
    [TestCase("/again", "more than 5 redirects")]
    public async Task Download_invalid_redirect_fails(string location, string reason)
    {
        _session.Add();
        _session.Storage.Answer = (_, reply) => reply.SendAsync("302 Found", $"Location: {location}");

        await Assert.ThatAsync(() => _session.RunAsync(), Is.EqualTo(ExitCode.Failed));

        Assert.That(_session.LastRun.Error, Does.Contain(reason).And.Not.Contain("secret"));
        Assert.That(_session.Storage.Requests, Has.Count.LessThanOrEqualTo(6));
    }

    [Test]
    public async Task Download_redirect_to_another_host_sends_no_keys_or_cookies()
    {
        var film = StoredFile.Random(1000);
        using var other = new StorageServer { Answer = (request, reply) => film.AnswerAsync(request, reply) };
        _session.Add("film", "/film.mp4?signature=secret");
        _session.Storage.Answer = (_, reply) =>
            reply.SendAsync("307 Temporary Redirect", $"Location: {other.Origin}/film.mp4?signature=secret", "Set-Cookie: a=b");

        await Assert.ThatAsync(() => _session.RunAsync("--verbose"), Is.Zero);

        Assert.That(_session.Read("film.mp4"), Is.EqualTo(film.Bytes));
        Assert.That(_session.LastRun.Error, Does.Match(@"> GET http://127\.0\.0\.1:\d+/film\.mp4\S* 200").And.Not.Contain("secret"));
        var headers = _session.Storage.Requests.Concat(other.Requests).SelectMany(request => request.Headers).ToArray();
        Assert.That(headers.Select(header => header.Key).Distinct(), Is.EquivalentTo(new[] { "Host", "User-Agent", "Accept-Encoding" }));
        Assert.That(headers.Select(header => header.Value), Has.None.Contains(_session.Server.ApiId).And.None.Contains(_session.Server.ApiKey));
    }
}
