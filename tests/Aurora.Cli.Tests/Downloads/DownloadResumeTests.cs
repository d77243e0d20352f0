using System.Text;
using System.Text.Json;

namespace Aurora.Cli.Tests.Downloads;

/// <summary>Downloads that resume in the same run or in a later one, and never mix the data of two files.</summary>
[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class DownloadResumeTests : IDisposable
{
    private const int Length = 300_000;
    private const int Half = 150_000;

    private readonly DownloadSession _session = new();

    public void Dispose() => _session.Dispose();

    [TestCase("ETag: \"v1\"", "\"v1\"")]
    [TestCase("Last-Modified: Fri, 30 Jan 2026 10:20:30 GMT", "Fri, 30 Jan 2026 10:20:30 GMT")]
    public async Task Download_lost_connection_resumes(string validator, string ifRange)
    {
        var film = StoredFile.Random(Length, validator: validator);
        _session.Add();
        _session.Storage.Answer = (request, reply) => film.AnswerAsync(request, reply, breakAfter: request.Range is null ? Half : null);

        await Assert.ThatAsync(() => _session.RunAsync(), Is.Zero);

        Assert.That(_session.Read("film.mp4"), Is.EqualTo(film.Bytes));
        Assert.That(_session.Files, Is.EqualTo(new[] { "film.mp4" }));
        Assert.That(
            _session.Storage.Requests.Select(request => (request.Range, request.IfRange)),
            Is.EqualTo(new[] { (null, null), ($"bytes={Half}-", ifRange) }));
    }

    [TestCase("ETag: W/\"v1\"")]
    [TestCase("Last-Modified: Sat, 31 Jan 2026 10:20:30 GMT")]
    [TestCase("X-Other: 1")]
    public async Task Download_no_strong_validator_starts_over(string validator)
    {
        var film = StoredFile.Random(Length, validator: validator);
        var answers = 0;
        _session.Add();
        _session.Storage.Answer = (_, reply) => film.WholeAsync(reply, breakAfter: answers++ == 0 ? Half : null);

        await Assert.ThatAsync(() => _session.RunAsync(), Is.Zero);

        Assert.That(_session.Read("film.mp4"), Is.EqualTo(film.Bytes));
        Assert.That(_session.Storage.Requests.Select(request => request.Range), Is.EqualTo(new string?[] { null, null }));
    }

    [Test]
    public async Task Download_changed_file_starts_over()
    {
        var (before, after) = (StoredFile.Random(Length), StoredFile.Random(Length, seed: 2, validator: "ETag: \"v2\""));
        _session.Add();
        _session.Storage.Answer = (request, reply) => request.Range is null ? before.WholeAsync(reply, Half) : after.AnswerAsync(request, reply);

        await Assert.ThatAsync(() => _session.RunAsync(), Is.Zero);

        Assert.That(_session.Read("film.mp4"), Is.EqualTo(after.Bytes));
    }

    [Test]
    public async Task Download_ignored_range_starts_over()
    {
        var film = StoredFile.Random(Length);
        _session.Add();
        _session.Storage.Answer = (request, reply) => film.WholeAsync(reply, request.Range is null ? Half : null);

        await Assert.ThatAsync(() => _session.RunAsync(), Is.Zero);

        Assert.That(_session.Read("film.mp4"), Is.EqualTo(film.Bytes));
    }

    [TestCase("bytes 0-299999/300000")]
    [TestCase("bytes 149999-299999/300000")]
    [TestCase("bytes 150000-299999/300001")]
    [TestCase("bytes */300000")]
    [TestCase("nonsense")]
    public async Task Download_wrong_part_starts_over(string contentRange)
    {
        var film = StoredFile.Random(Length);
        var answers = 0;
        _session.Add();
        _session.Storage.Answer = (request, reply) => request.Range is null
            ? film.WholeAsync(reply, answers++ == 0 ? Half : null)
            : film.PartAsync(reply, Half, contentRange);

        await Assert.ThatAsync(() => _session.RunAsync(), Is.Zero);

        Assert.That(_session.Read("film.mp4"), Is.EqualTo(film.Bytes));
        Assert.That(_session.Storage.Requests.Select(request => request.Range), Is.EqualTo(new[] { null, $"bytes={Half}-", null }));
    }

    [Test]
    public async Task Download_part_with_different_e_tag_starts_over()
    {
        var (before, after) = (StoredFile.Random(Length), StoredFile.Random(Length, seed: 2, validator: "ETag: \"v2\""));
        var answers = 0;
        _session.Add();
        _session.Storage.Answer = (request, reply) =>
            request.Range is not null ? after.PartAsync(reply, Half, $"bytes {Half}-{Length - 1}/{Length}")
            : answers++ == 0 ? before.WholeAsync(reply, Half) : after.WholeAsync(reply);

        await Assert.ThatAsync(() => _session.RunAsync(), Is.Zero);

        Assert.That(_session.Read("film.mp4"), Is.EqualTo(after.Bytes));
    }

    [Test]
    public async Task Download_range_not_satisfiable_starts_over()
    {
        var film = StoredFile.Random(Length);
        var answers = 0;
        _session.Add();
        _session.Storage.Answer = (request, reply) => request.Range is not null
            ? reply.SendAsync("416 Range Not Satisfiable", "Content-Range: bytes */100") : film.WholeAsync(reply, answers++ == 0 ? Half : null);

        await Assert.ThatAsync(() => _session.RunAsync(), Is.Zero);

        Assert.That(_session.Read("film.mp4"), Is.EqualTo(film.Bytes));
    }

    [Test]
    public async Task Download_interrupted_can_be_resumed()
    {
        var film = StoredFile.Random(Length);
        using var interrupt = new CancellationTokenSource();
        _session.Add();
        _session.Storage.Answer = async (request, reply) =>
        {
            await film.AnswerAsync(request, reply, breakAfter: Half);
            while (!_session.Files.Contains(".film.mp4.part") || new FileInfo(Path.Combine(_session.Folder, ".film.mp4.part")).Length < Half)
                await Task.Yield();
            await interrupt.CancelAsync();
            await reply.StallAsync();
        };

        await Assert.ThatAsync(() => _session.RunAsync(interrupt.Token), Is.EqualTo(ExitCode.Interrupted));
        Assert.That(_session.Files, Is.EqualTo(new[] { ".film.mp4.part", ".film.mp4.part.json" }));
        Assert.That(_session.LastRun.Error, Does.Contain("Run the command again to resume"));
        Assert.That(File.ReadAllText(Path.Combine(_session.Folder, ".film.mp4.part.json")), Does.Not.Contain("http"));

        _session.Storage.Answer = (request, reply) => film.AnswerAsync(request, reply);
        await Assert.ThatAsync(() => _session.RunAsync(), Is.Zero);

        Assert.That(_session.Read("film.mp4"), Is.EqualTo(film.Bytes));
        Assert.That(_session.Files, Is.EqualTo(new[] { "film.mp4" }));
        Assert.That(_session.Storage.Requests[^1].Range, Is.EqualTo($"bytes={Half}-"));
    }

    [Test]
    public async Task Download_interrupted_before_rename_sends_no_request()
    {
        var film = StoredFile.Random(Length);
        var id = _session.Add();
        _session.Write(".film.mp4.part", film.Bytes);
        _session.Write(".film.mp4.part.json", State(id));

        await Assert.ThatAsync(() => _session.RunAsync(), Is.Zero);

        Assert.That(_session.Read("film.mp4"), Is.EqualTo(film.Bytes));
        Assert.That(_session.Files, Is.EqualTo(new[] { "film.mp4" }));
        Assert.That(_session.Storage.Requests, Is.Empty);
    }

    [Test]
    public async Task Download_partial_file_of_another_video_starts_over()
    {
        var film = StoredFile.Random(Length);
        _session.Add(film);
        _session.Write(".film.mp4.part", new byte[Half]);
        _session.Write(".film.mp4.part.json", State(Guid.NewGuid()));

        await Assert.ThatAsync(() => _session.RunAsync(), Is.Zero);

        Assert.That(_session.Read("film.mp4"), Is.EqualTo(film.Bytes));
        Assert.That(_session.Storage.Requests.Single().Range, Is.Null);
    }

    [Test]
    public async Task Download_partial_file_in_use_is_not_changed()
    {
        _session.Add(StoredFile.Random(Length));
        _session.Write(".film.mp4.part", []);
        using var other = new FileStream(Path.Combine(_session.Folder, ".film.mp4.part"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        await Assert.ThatAsync(() => _session.RunAsync(), Is.EqualTo(ExitCode.Failed));

        Assert.That(_session.LastRun.Error, Does.Contain("film.mp4: ").And.Contain("used by another process"));
        Assert.That(_session.Files, Is.EqualTo(new[] { ".film.mp4.part" }));
    }

    [TestCase(null)]
    [TestCase("no json")]
    [TestCase("{}")]
    public async Task Download_invalid_partial_state_starts_over(string? state)
    {
        var film = StoredFile.Random(Length);
        _session.Add(film);
        _session.Write(".film.mp4.part", new byte[Half]);
        if (state is not null)
            _session.Write(".film.mp4.part.json", Encoding.UTF8.GetBytes(state));

        await Assert.ThatAsync(() => _session.RunAsync(), Is.Zero);

        Assert.That(_session.Read("film.mp4"), Is.EqualTo(film.Bytes));
        Assert.That(_session.Storage.Requests.Single().Range, Is.Null);
    }

    [Test]
    [Platform("Linux")]
    public async Task Download_partial_file_is_link_does_not_change_target()
    {
        var film = StoredFile.Random(Length);
        _session.Add(film);
        using var elsewhere = new TemporaryFolder();
        await File.WriteAllTextAsync(elsewhere.File("kept"), "kept");
        Directory.CreateDirectory(_session.Folder);
        File.CreateSymbolicLink(Path.Combine(_session.Folder, ".film.mp4.part"), elsewhere.File("kept"));

        await Assert.ThatAsync(() => _session.RunAsync(), Is.Zero);

        Assert.That(_session.Read("film.mp4"), Is.EqualTo(film.Bytes));
        Assert.That(File.ReadAllText(elsewhere.File("kept")), Is.EqualTo("kept"));
    }

    // The state file of an interrupted run.
    private static byte[] State(Guid video) =>
        JsonSerializer.SerializeToUtf8Bytes(new { video, e_tag = "\"v1\"", last_modified = (string?)null, total = Length });
}
