namespace Aurora.Client.Tests.Downloads;

/// <summary>What a download does with the files that are there already, and how it ends.</summary>
[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class FileTests : IDisposable
{
    private const int SharingViolation = unchecked((int)0x80070020);

    private readonly StoredFile _film = StoredFile.Of(300_000);
    private readonly DownloadSession _session = new();

    public void Dispose() => _session.Dispose();

    [Test]
    public async Task Existing_file_is_replaced_only_with_overwrite()
    {
        _session.Answer = _film.Answer;
        File.WriteAllText(_session.Path, "kept");

        await Assert.ThatAsync(() => _session.Aurora.DownloadAsync(_session.Video, _session.Path), Throws.TypeOf<IOException>().With.Message.Contains("already exists"));
        Assert.That(_session.Read(), Is.EqualTo("kept"));
        Assert.That(_session.Storage.Requests, Is.Empty);

        await _session.DownloadAsync(overwrite: true);
        Assert.That(_session.Read(), Is.EqualTo(_film.Text));
        Assert.That(_session.Files, Is.EqualTo(new[] { "film.mp4" }));
    }

    [Test]
    public async Task File_that_is_created_during_the_download_is_not_replaced()
    {
        _session.Answer = head =>
        {
            File.WriteAllText(_session.Path, "kept");
            return _film.Answer(head);
        };

        await Assert.ThatAsync(() => _session.DownloadAsync(), Throws.TypeOf<IOException>());

        Assert.That(_session.Read(), Is.EqualTo("kept"));
    }

    [Test]
    public async Task Folder_is_not_replaced([Values] bool overwrite)
    {
        Directory.CreateDirectory(_session.Path);

        await Assert.ThatAsync(() => _session.DownloadAsync(overwrite), Throws.TypeOf<IOException>().With.Message.Contains("is a folder"));
    }

    [Test]
    public async Task Missing_folder_fails() => await Assert.ThatAsync(
        () => _session.Aurora.DownloadAsync(_session.Video, Path.Combine(_session.Path, "film.mp4")), Throws.TypeOf<DirectoryNotFoundException>());

    [Test]
    public async Task Second_download_to_the_same_path_fails_while_the_first_one_runs()
    {
        using var session = new DownloadSession(stalls: true);
        session.Answer = _ => _film.Whole(breakAfter: 1000);
        using var leaving = new CancellationTokenSource();
        var first = session.DownloadAsync(cancellationToken: leaving.Token);
        await session.Storage.Answered;

        await Assert.ThatAsync(
            () => session.DownloadAsync(),
            Throws.TypeOf<IOException>().With.Property("HResult").EqualTo(SharingViolation).And.Message.Contains("Another download is writing to"));

        Assert.That(first.IsCompleted, Is.False);
        await leaving.CancelAsync();
        await Assert.ThatAsync(() => first, Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task Downloads_that_compete_for_a_path_leave_one_whole_file()
    {
        _session.Answer = _film.Answer;

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; ; i++)
            {
                try
                {
                    await _session.DownloadAsync();
                    return "done";
                }
                catch (IOException exception) when (exception.HResult == SharingViolation)
                {
                    await Task.Yield();
                }
                catch (IOException exception)
                {
                    return exception.Message;
                }
            }
        })));

        Assert.That(outcomes.Count(outcome => outcome == "done"), Is.EqualTo(1));
        Assert.That(outcomes.Where(outcome => outcome != "done"), Is.All.EndsWith("already exists."));
        Assert.That(_session.Read(), Is.EqualTo(_film.Text));
        Assert.That(_session.Files, Is.EqualTo(new[] { "film.mp4" }));
    }

    [Test]
    [Platform("Linux")]
    public async Task Part_that_is_a_link_does_not_change_the_target([Values] bool exists)
    {
        _session.Answer = _film.Answer;
        using var other = new DownloadSession();
        if (exists)
            File.WriteAllText(other.Path, "kept");
        File.CreateSymbolicLink(_session.PartPath, other.Path);

        await _session.DownloadAsync();

        Assert.That(_session.Read(), Is.EqualTo(_film.Text));
        Assert.That(other.Files, exists ? Is.EqualTo(new[] { "film.mp4" }) : Is.Empty);
        Assert.That(new FileInfo(_session.Path).LinkTarget, Is.Null);
        if (exists)
            Assert.That(other.Read(), Is.EqualTo("kept"));
    }

    [Test]
    public async Task Progress_is_reported_from_the_start_to_the_end()
    {
        _session.Answer = head => StoredFile.RangeFrom(head) is null ? _film.Whole(breakAfter: 200_000) : _film.Answer(head);
        var progress = new CollectingProgress<AuroraDownloadProgress>();

        await _session.Aurora.DownloadAsync(_session.Video, _session.Path, progress);

        Assert.That(progress.Reports[0], Is.EqualTo(new AuroraDownloadProgress(0, 300_000)));
        Assert.That(progress.Reports[^1], Is.EqualTo(new AuroraDownloadProgress(300_000, 300_000)));
        Assert.That(progress.Reports.Select(report => report.Bytes), Is.Ordered);
        Assert.That(progress.Reports, Has.Some.EqualTo(new AuroraDownloadProgress(200_000, 300_000)));
    }

    [Test]
    public async Task Dispose_ends_the_download_and_keeps_what_can_be_resumed()
    {
        using var session = new DownloadSession(stalls: true);
        session.Answer = _ => _film.Whole(breakAfter: 1000);
        var arrived = new TaskCompletionSource();
        var download = session.Aurora.DownloadAsync(session.Video, session.Path, new CallbackProgress(progress =>
        {
            if (progress.Bytes == 1000)
                arrived.TrySetResult();
        }));
        await arrived.Task;

        session.Aurora.Dispose();

        await Assert.ThatAsync(() => download.WaitAsync(TimeSpan.FromSeconds(30)), Throws.TypeOf<ObjectDisposedException>().With.Property("ObjectName").EqualTo("Aurora.Client.AuroraClient"));
        Assert.That(session.Files, Is.EqualTo(new[] { ".film.mp4.part", ".film.mp4.part.json" }));
        await Assert.ThatAsync(() => session.DownloadAsync(), Throws.TypeOf<ObjectDisposedException>());
    }
}
