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
        Assert.That(_session.LastRun.Error, Does.Match($@"aurora: gone\.mp4: GET http://127\.0\.0\.1:\d+/gone\.mp4 .*expired.*run the command again.* {status[..3]} .*\n"));
        Assert.That(_session.LastRun.Error, Does.EndWith("1 downloaded (1 KB), 1 failed\n").And.Not.Contain("secret"));
        Assert.That(_session.Storage.Requests, Has.Count.EqualTo(2));
    }

    [TestCase("http://media.example.com/film.mp4", "http://media.example.com, but only https")]
    [TestCase("film.mp4", "invalid address")]
    public async Task Download_unsafe_address_is_not_requested(string address, string reason)
    {
        _session.Add("film", address);

        await Assert.ThatAsync(() => _session.RunAsync(), Is.EqualTo(ExitCode.Failed));

        Assert.That(_session.LastRun.Error, Does.StartWith("aurora: film.mp4: ").And.Contain(reason));
        Assert.That(_session.Files, Is.Empty);
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
