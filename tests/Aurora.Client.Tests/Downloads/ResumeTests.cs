using Aurora.Client.Tests.Transport;
using Microsoft.Extensions.Time.Testing;

namespace Aurora.Client.Tests.Downloads;

/// <summary>Downloads that resume in the same call or in a later one, and never mix the data of two files.</summary>
[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ResumeTests : IDisposable
{
    private const int Length = 300_000;
    private const int Half = 150_000;

    private readonly StoredFile _film = StoredFile.Of(Length);
    private readonly DownloadSession _session = new();

    public void Dispose() => _session.Dispose();

    [TestCase("ETag: \"v1\"", "\"v1\"")]
    [TestCase("Last-Modified: Fri, 30 Jan 2026 10:20:30 GMT", "Fri, 30 Jan 2026 10:20:30 GMT")]
    public async Task Lost_connection_resumes(string validator, string ifRange)
    {
        var film = StoredFile.Of(Length, validator: validator);
        _session.Answer = head => StoredFile.RangeFrom(head) is null ? film.Whole(breakAfter: Half) : film.Answer(head);

        await _session.DownloadAsync();

        Assert.That(_session.Read(), Is.EqualTo(film.Text));
        Assert.That(_session.Files, Is.EqualTo(new[] { "film.mp4" }));
        Assert.That(_session.Ranges, Is.EqualTo(new int?[] { null, Half }));
        Assert.That(_session.Storage.Requests.Select(StoredFile.IfRange), Is.EqualTo(new[] { null, ifRange }));
    }

    [TestCase("ETag: W/\"v1\"")]
    [TestCase("Last-Modified: Sat, 31 Jan 2026 10:20:30 GMT")]
    [TestCase("X-Other: 1")]
    public async Task No_strong_validator_starts_over(string validator)
    {
        var film = StoredFile.Of(Length, validator: validator);
        _session.Answer = _ => film.Whole(breakAfter: _session.Storage.Requests.Count == 1 ? Half : null);

        await _session.DownloadAsync();

        Assert.That(_session.Read(), Is.EqualTo(film.Text));
        Assert.That(_session.Ranges, Is.EqualTo(new int?[] { null, null }));
    }

    [Test]
    public async Task Changed_file_starts_over()
    {
        var changed = StoredFile.Of(Length, "b", "ETag: \"v2\"");
        _session.Answer = head => StoredFile.RangeFrom(head) is null ? _film.Whole(breakAfter: Half) : changed.Answer(head);

        await _session.DownloadAsync();

        Assert.That(_session.Read(), Is.EqualTo(changed.Text));
    }

    [Test]
    public async Task Ignored_range_starts_over()
    {
        _session.Answer = head => _film.Whole(breakAfter: StoredFile.RangeFrom(head) is null ? Half : null);

        await _session.DownloadAsync();

        Assert.That(_session.Read(), Is.EqualTo(_film.Text));
    }

    [TestCase("bytes 0-299999/300000")]
    [TestCase("bytes 149999-299999/300000")]
    [TestCase("bytes 150000-299999/300001")]
    [TestCase("bytes */300000")]
    [TestCase("nonsense")]
    public async Task Wrong_part_starts_over(string contentRange)
    {
        _session.Answer = head => StoredFile.RangeFrom(head) is { } start
            ? _film.Part(start, contentRange)
            : _film.Whole(breakAfter: _session.Storage.Requests.Count == 1 ? Half : null);

        await _session.DownloadAsync();

        Assert.That(_session.Read(), Is.EqualTo(_film.Text));
        Assert.That(_session.Ranges, Is.EqualTo(new int?[] { null, Half, null }));
    }

    [Test]
    public async Task Part_with_another_e_tag_starts_over()
    {
        var changed = StoredFile.Of(Length, "b", "ETag: \"v2\"");
        _session.Answer = head => StoredFile.RangeFrom(head) is { } start ? changed.Part(start)
            : _session.Storage.Requests.Count == 1 ? _film.Whole(breakAfter: Half) : changed.Whole();

        await _session.DownloadAsync();

        Assert.That(_session.Read(), Is.EqualTo(changed.Text));
    }

    [Test]
    public async Task Range_that_is_not_satisfiable_starts_over()
    {
        var isFirst = true;
        _session.Answer = head =>
        {
            if (StoredFile.RangeFrom(head) is not null)
                return LocalServer.Response(416, "", "Content-Range: bytes */100");
            var answer = _film.Whole(breakAfter: isFirst ? Half : null);
            isFirst = false;
            return answer;
        };

        await _session.DownloadAsync();

        Assert.That(_session.Read(), Is.EqualTo(_film.Text));
    }

    [Test]
    public async Task Response_without_a_length_is_downloaded_whole()
    {
        _session.Answer = _ => "HTTP/1.1 200 OK\r\nETag: \"v1\"\r\nConnection: close\r\n\r\n" + _film.Text;

        await _session.DownloadAsync();

        Assert.That(_session.Read(), Is.EqualTo(_film.Text));
    }

    [Test]
    public async Task Canceled_download_keeps_what_the_next_call_resumes()
    {
        using var session = new DownloadSession(stalls: true);
        using var leaving = new CancellationTokenSource();
        session.Answer = _ => _film.Whole(breakAfter: Half);
        var download = session.Aurora.DownloadAsync(session.Video, session.Path, new CallbackProgress(progress =>
        {
            if (progress.Bytes == Half)
                leaving.Cancel();
        }), leaving.Token);

        await Assert.ThatAsync(() => download, Throws.InstanceOf<OperationCanceledException>().With.Property("CancellationToken").EqualTo(leaving.Token));
        Assert.That(session.Files, Is.EqualTo(new[] { ".film.mp4.part", ".film.mp4.part.json" }));
        Assert.That(File.ReadAllText(session.StatePath), Does.Not.Contain("http").And.Not.Contain("secret"));

        session.Answer = _film.Answer;
        await session.DownloadAsync();

        Assert.That(session.Read(), Is.EqualTo(_film.Text));
        Assert.That(session.Files, Is.EqualTo(new[] { "film.mp4" }));
        Assert.That(session.Ranges, Is.EqualTo(new int?[] { null, Half }));
    }

    [Test]
    public async Task Complete_part_is_renamed_without_a_request()
    {
        File.WriteAllText(_session.PartPath, _film.Text);
        File.WriteAllText(_session.StatePath, State(_session.Video.Id));

        await _session.DownloadAsync();

        Assert.That(_session.Read(), Is.EqualTo(_film.Text));
        Assert.That(_session.Files, Is.EqualTo(new[] { "film.mp4" }));
        Assert.That(_session.Storage.Requests, Is.Empty);
    }

    private static IEnumerable<string?> UnusableStates => [null, "no json", "{}", "[]", "{\"video\":1}", State(Guid.NewGuid())];

    [TestCaseSource(nameof(UnusableStates))]
    public async Task Part_with_an_unusable_state_starts_over(string? state)
    {
        _session.Answer = _film.Answer;
        File.WriteAllText(_session.PartPath, new string('x', Half));
        if (state is not null)
            File.WriteAllText(_session.StatePath, state);

        await _session.DownloadAsync();

        Assert.That(_session.Read(), Is.EqualTo(_film.Text));
        Assert.That(_session.Ranges, Is.EqualTo(new int?[] { null }));
    }

    [Test]
    public async Task Silent_server_is_asked_again_after_BodyIdleTimeout()
    {
        var clock = new FakeTimeProvider();
        using var session = new DownloadSession(stalls: true, clock, attemptTimeout: TimeSpan.FromHours(24));
        session.Answer = head => StoredFile.RangeFrom(head) is null ? _film.Whole(breakAfter: Half) : _film.Answer(head);

        var half = new TaskCompletionSource();
        var download = session.Aurora.DownloadAsync(session.Video, session.Path, new CallbackProgress(progress =>
        {
            if (progress.Bytes == Half)
                half.TrySetResult();
        }));
        await half.Task;
        while (!download.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        await download;
        Assert.That(session.Read(), Is.EqualTo(_film.Text));
    }

    // What an interrupted call leaves.
    private static string State(Guid video) => $$"""{"video":"{{video}}","e_tag":"\"v1\"","last_modified":null,"total":{{Length}}}""";
}
