using System.Text;
using System.Text.Json;

namespace Aurora.Cli.Tests.Downloads;

/// <summary>What breaks off goes on where it was, in the same run and in a later one, and never with the bytes of another file.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class ResumeTests : IDisposable
{
    private const int Length = 300_000;
    private const int Half = 150_000;

    private readonly DownloadSession _session = new();

    public void Dispose() => _session.Dispose();

    [TestCase("ETag: \"v1\"", "\"v1\"")]
    [TestCase("Last-Modified: Fri, 30 Jan 2026 10:20:30 GMT", "Fri, 30 Jan 2026 10:20:30 GMT")]
    public async Task Download_connectionThatBreaks_goesOnFromThere(string validator, string ifRange)
    {
        var film = Film.Of(Length, validator: validator);
        _session.Add();
        _session.Storage.Answer = (request, reply) => film.AnswerAsync(request, reply, breakAfter: request.Range is null ? Half : null);

        await Assert.ThatAsync(() => _session.RunAsync(), Is.Zero);

        Assert.That(_session.Read("film.mp4"), Is.EqualTo(film.Bytes));
        Assert.That(_session.Files, Is.EqualTo(new[] { "film.mp4" }));
        Assert.That(_session.Storage.Requests.Select(request => (request.Range, request.IfRange)), Is.EqualTo(new[] { (null, null), ($"bytes={Half}-", ifRange) }));
    }

    [TestCase("ETag: W/\"v1\"")]
    [TestCase("Last-Modified: Sat, 31 Jan 2026 10:20:30 GMT")]
    [TestCase("X-Other: 1")]
    public async Task Download_nothingSureToChangeWithTheFile_startsOver(string validator)
    {
        var film = Film.Of(Length, validator: validator);
        var answers = 0;
        _session.Add();
        _session.Storage.Answer = (_, reply) => film.WholeAsync(reply, breakAfter: answers++ == 0 ? Half : null);

        await Assert.ThatAsync(() => _session.RunAsync(), Is.Zero);

        Assert.That(_session.Read("film.mp4"), Is.EqualTo(film.Bytes));
        Assert.That(_session.Storage.Requests.Select(request => request.Range), Is.EqualTo(new string?[] { null, null }));
    }

    [Test]
    public async Task Download_fileThatChanged_startsOverWithTheNewOne()
    {
        var (before, after) = (Film.Of(Length), Film.Of(Length, seed: 2, validator: "ETag: \"v2\""));
        _session.Add();
        _session.Storage.Answer = (request, reply) => request.Range is null ? before.WholeAsync(reply, Half) : after.AnswerAsync(request, reply);

        await Assert.ThatAsync(() => _session.RunAsync(), Is.Zero);

        Assert.That(_session.Read("film.mp4"), Is.EqualTo(after.Bytes));
    }

    [Test]
    public async Task Download_hostThatIgnoresRange_startsOver()
    {
        var film = Film.Of(Length);
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
    public async Task Download_hostThatSendsAnotherPart_startsOver(string contentRange)
    {
        var film = Film.Of(Length);
        var answers = 0;
        _session.Add();
        _session.Storage.Answer = (request, reply) => request.Range is null ? film.WholeAsync(reply, answers++ == 0 ? Half : null) : film.PartAsync(reply, Half, contentRange);

        await Assert.ThatAsync(() => _session.RunAsync(), Is.Zero);

        Assert.That(_session.Read("film.mp4"), Is.EqualTo(film.Bytes));
        Assert.That(_session.Storage.Requests.Select(request => request.Range), Is.EqualTo(new[] { null, $"bytes={Half}-", null }));
    }

    [Test]
    public async Task Download_partOfAnotherETag_startsOver()
    {
        var (before, after) = (Film.Of(Length), Film.Of(Length, seed: 2, validator: "ETag: \"v2\""));
        var answers = 0;
        _session.Add();
        _session.Storage.Answer = (request, reply) => request.Range is not null ? after.PartAsync(reply, Half, $"bytes {Half}-{Length - 1}/{Length}")
            : answers++ == 0 ? before.WholeAsync(reply, Half) : after.WholeAsync(reply);

        await Assert.ThatAsync(() => _session.RunAsync(), Is.Zero);

        Assert.That(_session.Read("film.mp4"), Is.EqualTo(after.Bytes));
    }

    [Test]
    public async Task Download_rangeThatTheHostHasNot_startsOver()
    {
        var film = Film.Of(Length);
        var answers = 0;
        _session.Add();
        _session.Storage.Answer = (request, reply) => request.Range is not null
            ? reply.SendAsync("416 Range Not Satisfiable", "Content-Range: bytes */100") : film.WholeAsync(reply, answers++ == 0 ? Half : null);

        await Assert.ThatAsync(() => _session.RunAsync(), Is.Zero);

        Assert.That(_session.Read("film.mp4"), Is.EqualTo(film.Bytes));
    }

    [Test]
    public async Task Download_interrupted_leavesWhatTheNextRunGoesOnWith()
    {
        var film = Film.Of(Length);
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
        Assert.That(_session.Said.Error, Does.Contain("run the same command again to go on"));
        Assert.That(File.ReadAllText(Path.Combine(_session.Folder, ".film.mp4.part.json")), Does.Not.Contain("http"));

        _session.Storage.Answer = (request, reply) => film.AnswerAsync(request, reply);
        await Assert.ThatAsync(() => _session.RunAsync(), Is.Zero);

        Assert.That(_session.Read("film.mp4"), Is.EqualTo(film.Bytes));
        Assert.That(_session.Files, Is.EqualTo(new[] { "film.mp4" }));
        Assert.That(_session.Storage.Requests[^1].Range, Is.EqualTo($"bytes={Half}-"));
    }

    [Test]
    public async Task Download_interruptedBeforeTheFileGotItsName_needsTheHostNoMore()
    {
        var film = Film.Of(Length);
        var id = _session.Add();
        _session.Write(".film.mp4.part", film.Bytes);
        _session.Write(".film.mp4.part.json", State(id));

        await Assert.ThatAsync(() => _session.RunAsync(), Is.Zero);

        Assert.That(_session.Read("film.mp4"), Is.EqualTo(film.Bytes));
        Assert.That(_session.Files, Is.EqualTo(new[] { "film.mp4" }));
        Assert.That(_session.Storage.Requests, Is.Empty);
    }

    [Test]
    public async Task Download_partialFileOfAnotherVideo_startsOver()
    {
        var film = Film.Of(Length);
        _session.Add(film);
        _session.Write(".film.mp4.part", new byte[Half]);
        _session.Write(".film.mp4.part.json", State(Guid.NewGuid()));

        await Assert.ThatAsync(() => _session.RunAsync(), Is.Zero);

        Assert.That(_session.Read("film.mp4"), Is.EqualTo(film.Bytes));
        Assert.That(_session.Storage.Requests.Single().Range, Is.Null);
    }

    [Test]
    public async Task Download_partialFileThatAnotherProcessWrites_isLeftToIt()
    {
        _session.Add(Film.Of(Length));
        _session.Write(".film.mp4.part", []);
        using var other = new FileStream(Path.Combine(_session.Folder, ".film.mp4.part"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        await Assert.ThatAsync(() => _session.RunAsync(), Is.EqualTo(ExitCode.Failed));

        Assert.That(_session.Said.Error, Does.Contain("film.mp4: ").And.Contain("used by another process"));
        Assert.That(_session.Files, Is.EqualTo(new[] { ".film.mp4.part" }));
    }

    [TestCase(null)]
    [TestCase("no json")]
    [TestCase("{}")]
    public async Task Download_partialFileOfWhoKnowsWhat_startsOver(string? state)
    {
        var film = Film.Of(Length);
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
    public async Task Download_partialFileThatIsALink_leavesWhereItLeadsAlone()
    {
        var film = Film.Of(Length);
        _session.Add(film);
        using var elsewhere = new TemporaryFolder();
        await File.WriteAllTextAsync(elsewhere.File("kept"), "kept");
        Directory.CreateDirectory(_session.Folder);
        File.CreateSymbolicLink(Path.Combine(_session.Folder, ".film.mp4.part"), elsewhere.File("kept"));

        await Assert.ThatAsync(() => _session.RunAsync(), Is.Zero);

        Assert.That(_session.Read("film.mp4"), Is.EqualTo(film.Bytes));
        Assert.That(File.ReadAllText(elsewhere.File("kept")), Is.EqualTo("kept"));
    }

    // As a run leaves it.
    private static byte[] State(Guid video) => JsonSerializer.SerializeToUtf8Bytes(new { video, e_tag = "\"v1\"", last_modified = (string?)null, total = Length });
}
