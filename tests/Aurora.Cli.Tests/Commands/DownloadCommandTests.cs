using Aurora.Cli.Downloads;
using Aurora.Cli.Tests.Downloads;
using Aurora.Client;
using Newtonsoft.Json.Linq;

namespace Aurora.Cli.Tests.Commands;

[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class DownloadCommandTests : IDisposable
{
    private static readonly Guid Unknown = new("11111111-2222-3333-4444-555555555555");

    private readonly DownloadSession _session = new();

    public void Dispose() => _session.Dispose();

    [Test]
    public async Task Download_whole_account_downloads_finished_videos_and_counts_others()
    {
        var film = StoredFile.Random(1500);
        var id = _session.Add(film);
        _session.Server.Videos.Add(AuroraStatus.Running);
        _session.Server.Videos.Add(AuroraStatus.Failed);

        await Assert.ThatAsync(() => _session.RunAsync("--template", "{name}-{shortid}.{ext}"), Is.Zero);

        var name = $"film-{id.ToString("N")[..8]}.mp4";
        Assert.That(_session.Read(name), Is.EqualTo(film.Bytes));
        Assert.That(_session.LastRun.OutputLines, Is.EqualTo(new[] { "STATE\tID\tBYTES\tPATH\tREASON", $"downloaded\t{id}\t1500\t{name}\t" }));
        Assert.That(_session.LastRun.Error, Does.Match(@"^2 videos [^\n]*no file[^\n]*\n1 downloaded \(1\.5 KB\)\n$"));
    }

    [Test]
    public async Task Download_unfinished_id_returns_failed_and_downloads_others()
    {
        var done = _session.Add(StoredFile.Random(10));
        var failed = _session.Server.Videos.Add(AuroraStatus.Failed, video => video["failed_reason"] = "No face.");

        await Assert.ThatAsync(() => _session.RunAsync($"{done},{failed}", Unknown.ToString(), "--output", "json"), Is.EqualTo(ExitCode.Failed));

        var results = JArray.Parse(_session.LastRun.Output);
        Assert.That(
            results.Select(result => ((string?)result["state"], (string?)result["id"], (long?)result["bytes"], (string?)result["path"])),
            Is.EqualTo(new (string?, string?, long?, string?)[]
            {
                ("unfinished", $"{failed}", null, null),
                ("downloaded", $"{done}", 10, "film.mp4"),
            }));
        Assert.That((string?)results[0]["reason"], Does.Contain("failed").And.Contain("No face."));
        Assert.That((string?)results[1]["reason"], Is.Null);
        Assert.That(_session.LastRun.Error, Does.Match(
            $@"^aurora: {failed}: [^\n]*failed[^\n]*No face\.\n1 downloaded \(10 B\), 1 not finished\naurora: 1 of 3 ids not found:\n{Unknown}\n$"));
    }

    [Test]
    public async Task Download_ndjson_writes_line_for_each_file()
    {
        _session.Add(StoredFile.Random(10), "a");
        _session.Add("b");

        await Assert.ThatAsync(() => _session.RunAsync("--output", "ndjson"), Is.Zero);

        Assert.That(_session.LastRun.OutputLines.Select(line => (string?)JObject.Parse(line)["path"]), Is.EquivalentTo(new[] { "a.mp4", "b.mp4" }));
    }

    [Test]
    public async Task Download_existing_file_is_replaced_only_with_overwrite()
    {
        var film = StoredFile.Random(10);
        var id = _session.Add(film);
        var name = $"{id}.mp4";
        _session.Write(name, [1, 2, 3]);

        await Assert.ThatAsync(() => _session.RunAsync("--template", "{id}.{ext}"), Is.Zero);
        Assert.That(_session.LastRun.Error, Is.EqualTo("0 downloaded, 1 skipped\n"));
        Assert.That(_session.Read(name), Is.EqualTo(new byte[] { 1, 2, 3 }));
        Assert.That(_session.Storage.Requests, Is.Empty);

        await Assert.ThatAsync(() => _session.RunAsync("--template", "{id}.{ext}", "--overwrite"), Is.Zero);
        Assert.That(_session.Read(name), Is.EqualTo(film.Bytes));
        Assert.That(File.Exists(Path.Combine(_session.Folder, DownloadRecord.FileName)), Is.False);
    }

    [Test]
    public async Task Download_file_of_another_video_fails_and_says_how_to_name_it()
    {
        var film = StoredFile.Random(10);
        var first = _session.Add(film);
        await _session.RunAsync();
        var second = _session.Add(StoredFile.Random(20));

        await Assert.ThatAsync(() => _session.RunAsync($"{second}"), Is.EqualTo(ExitCode.Failed));
        Assert.That(_session.LastRun.Error, Does.StartWith($"aurora: film.mp4: A file with this name exists, and belongs to video {first}. Add {{id}} to --template"));
        Assert.That(_session.Read("film.mp4"), Is.EqualTo(film.Bytes));

        await Assert.ThatAsync(() => _session.RunAsync($"{first}"), Is.Zero);
        Assert.That(_session.LastRun.Error, Is.EqualTo("0 downloaded, 1 skipped\n"));

        await Assert.ThatAsync(() => _session.RunAsync($"{second}", "--overwrite"), Is.Zero);
        await Assert.ThatAsync(() => _session.RunAsync($"{second}"), Is.Zero);
        await Assert.ThatAsync(() => _session.RunAsync($"{first}"), Is.EqualTo(ExitCode.Failed));
    }

    [Test]
    public async Task Download_file_of_unknown_origin_is_not_taken_for_the_video()
    {
        _session.Add(StoredFile.Random(10));
        _session.Write("film.mp4", [1, 2, 3]);

        await Assert.ThatAsync(() => _session.RunAsync(), Is.EqualTo(ExitCode.Failed));

        Assert.That(_session.LastRun.Error, Does.StartWith("aurora: film.mp4: A file with this name exists, and may belong to another video. Add {id} to --template"));
        Assert.That(_session.Read("film.mp4"), Is.EqualTo(new byte[] { 1, 2, 3 }));
    }

    [Test]
    public async Task Download_file_created_during_download_is_not_replaced()
    {
        var film = StoredFile.Random(10);
        _session.Add();
        _session.Storage.Answer = (request, reply) =>
        {
            _session.Write("film.mp4", [1, 2, 3]);
            return film.AnswerAsync(request, reply);
        };

        await Assert.ThatAsync(() => _session.RunAsync(), Is.EqualTo(ExitCode.Failed));

        Assert.That(_session.Read("film.mp4"), Is.EqualTo(new byte[] { 1, 2, 3 }));
    }

    [TestCase("film", "FILM")]
    [TestCase("Été", "été")]
    [TestCase("a/b", "a\\b")]
    public async Task Download_conflicting_names_returns_usage_without_download(string first, string second)
    {
        var ids = new[] { _session.Add(first), _session.Add(second) };

        await Assert.ThatAsync(() => _session.RunAsync(), Is.EqualTo(ExitCode.Usage));

        Assert.That(_session.LastRun.Error, Does.Contain($"{ids[0]}").And.Contain($"{ids[1]}").And.Contain("Add {id} to --template."));
        Assert.That(_session.Storage.Requests, Is.Empty);
        Assert.That(Directory.Exists(_session.Folder), Is.False);
    }

    [Test]
    public async Task Download_subfolders_are_created_but_links_are_not_followed()
    {
        var film = StoredFile.Random(10);
        _session.Add(film, "a");
        _session.Add("b");
        using var elsewhere = new TemporaryFolder();
        Directory.CreateDirectory(_session.Folder);
        Directory.CreateSymbolicLink(Path.Combine(_session.Folder, "b"), elsewhere.Path);

        await Assert.ThatAsync(() => _session.RunAsync("--template", "{name}/deep/film.{ext}"), Is.EqualTo(ExitCode.Failed));

        Assert.That(_session.Read("a/deep/film.mp4"), Is.EqualTo(film.Bytes));
        Assert.That(Directory.EnumerateFileSystemEntries(elsewhere.Path), Is.Empty);
        Assert.That(_session.LastRun.Error, Does.Contain("b is a symbolic link"));
    }

    [TestCase("../../x")]
    [TestCase("/etc/passwd")]
    [TestCase("..\\..\\x")]
    [TestCase("..")]
    [TestCase("CON")]
    [TestCase("\u202Egpj.exe")]
    public async Task Download_hostile_name_stays_in_folder(string name)
    {
        var film = StoredFile.Random(10);
        _session.Add(film, name);

        await Assert.ThatAsync(() => _session.RunAsync("--template", "{name}/{name}.{ext}"), Is.Zero);

        Assert.That(_session.Files.Single(), Does.Match(@"^[^/]+/[^/]+\.mp4$"));
        Assert.That(Directory.GetFileSystemEntries(Path.GetDirectoryName(_session.Folder)!), Is.EqualTo(new[] { _session.Folder }));
    }

    [Test]
    public async Task Download_name_filter_selects_videos()
    {
        _session.Add(StoredFile.Random(10), "spring");
        _session.Add("autumn");

        await Assert.ThatAsync(() => _session.RunAsync("--name", "spr*"), Is.Zero);

        Assert.That(_session.Files, Is.EqualTo(new[] { "spring.mp4" }));
    }

    [TestCase("'0' is not valid for --jobs. Specify a whole number from 1 to 16.", "--jobs", "0")]
    [TestCase("'17' is not valid for --jobs. Specify a whole number from 1 to 16.", "--jobs", "17")]
    [TestCase("'four' is not valid for --jobs. Specify a whole number from 1 to 16.", "--jobs", "four")]
    [TestCase("'{x}' is not a placeholder for --template.", "--template", "{x}")]
    [TestCase("'abc' (argument)", "abc")]
    public async Task Download_invalid_arguments_returns_usage_without_request(string message, params string[] args)
    {
        await Assert.ThatAsync(() => _session.RunAsync(args), Is.EqualTo(ExitCode.Usage));

        Assert.That(_session.LastRun.Error, Does.Contain(message));
        Assert.That(_session.Server.Requests, Is.Empty);
        Assert.That(Directory.Exists(_session.Folder), Is.False);
    }

    [Test]
    public async Task Download_parallel_downloads_do_not_exceed_jobs()
    {
        var film = StoredFile.Random(10);
        var (now, most) = (0, 0);
        var second = new TaskCompletionSource();
        for (var i = 0; i < 6; i++)
            _session.Add($"film {i}");
        _session.Storage.Answer = async (request, reply) =>
        {
            var running = Interlocked.Increment(ref now);
            lock (second)
                most = Math.Max(most, running);
            if (running == 2)
                second.TrySetResult();
            await second.Task;
            Interlocked.Decrement(ref now);
            await film.AnswerAsync(request, reply);
        };

        await Assert.ThatAsync(() => _session.RunAsync("--jobs", "2"), Is.Zero);

        Assert.That(most, Is.EqualTo(2));
        Assert.That(_session.Files, Has.Length.EqualTo(6));
    }

    [Test]
    public async Task Download_terminal_shows_bars_and_then_table()
    {
        var film = StoredFile.Random(2000);
        var halfway = new TaskCompletionSource();
        _session.Add("film [red]");
        var session = new Session
        {
            IsTerminal = true,
            IsErrorTerminal = true,
            Width = 100,
            OnError = text =>
            {
                if (text.Contains("50%", StringComparison.Ordinal))
                    halfway.TrySetResult();
            },
        };
        _session.Storage.Answer = async (_, reply) =>
        {
            await film.WholeAsync(reply, breakAfter: 1000);
            await halfway.Task;
            await reply.WriteAsync(film.Bytes.AsMemory(1000));
        };

        await Assert.ThatAsync(() => _session.RunAsync(session, CancellationToken.None, "--no-color"), Is.Zero);

        Assert.That(session.Error, Does.Match(@"film \[red\]\.mp4 .* 50%.* 1(\.0)?/2(\.0)? [kK]B").And.Contain("0 of 1 files"));
        Assert.That(session.Error, Does.EndWith("1 downloaded (2 KB)\n"));
        Assert.That(session.Output, Does.Match(@"downloaded.* 2 KB .*film \[red\]\.mp4"));
    }

    [Test]
    public async Task Download_no_terminal_shows_no_bars()
    {
        _session.Add(StoredFile.Random(10));

        await Assert.ThatAsync(() => _session.RunAsync(new Session { IsTerminal = true }, CancellationToken.None), Is.Zero);

        Assert.That(_session.LastRun.Error, Is.EqualTo("1 downloaded (10 B)\n"));
    }
}
