using System.Text;
using Aurora.Cli.Tests.Downloads;

namespace Aurora.Cli.Tests.EndToEnd;

/// <summary>Tests the signals, the terminal and the files of <c>aurora download</c> in a separate process.</summary>
[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class DownloadTests : IDisposable
{
    private const string Script = "/usr/bin/script";
    private const int Length = 3_000_000;
    private const int Half = 1_500_000;

    private readonly DownloadSession _session = new();

    public void Dispose() => _session.Dispose();

    [Test]
    public async Task Download_demo_downloads_playable_videos()
    {
        var result = await ToolProcess.RunAsync(["download", "--demo", "--to", _session.Folder]);

        Assert.That(result.ExitCode, Is.Zero);
        Assert.That(result.Error, Does.EndWith("15 downloaded (41 KB)\n"));
        Assert.That(_session.Files, Has.Length.EqualTo(15).And.All.EndsWith(".mp4"));
        Assert.That(_session.Files.Select(name => _session.Read(name)[4..8]), Is.All.EqualTo("ftyp"u8.ToArray()));
        Assert.That(result.Lines.Skip(1).Select(line => line.Split('\t')[3]), Is.EquivalentTo(_session.Files));
    }

    [Test]
    public async Task Download_decomposed_name_is_composed()
    {
        _session.Add(StoredFile.Random(10), "e\u0301te\u0301");

        await RunAsync();

        Assert.That(_session.Files, Is.EqualTo(new[] { "été.mp4" }));
    }

    [Test]
    [Platform("Linux")]
    public async Task Download_interrupted_resumes_in_next_run()
    {
        var film = StoredFile.Random(Length);
        var sent = new TaskCompletionSource();
        _session.Add();
        _session.Storage.Answer = async (request, reply) =>
        {
            await film.AnswerAsync(request, reply, breakAfter: Half);
            sent.TrySetResult();
            await reply.StallAsync();
        };
        // A process that runs in the background may ignore SIGINT, and its child processes inherit this.
        using var tool = ToolProcess.StartInterruptible(Args(), ToolProcess.KeysOf(_session.Server));
        await sent.Task;
        var part = new FileInfo(Path.Combine(_session.Folder, ".film.mp4.part"));
        while (!part.Exists || part.Length < Half)
        {
            await Task.Yield();
            part.Refresh();
        }

        tool.Interrupt();
        var interrupted = await tool.WaitForExitAsync();

        Assert.That(interrupted.ExitCode, Is.EqualTo(ExitCode.Interrupted));
        Assert.That(interrupted.Error, Does.Match("^0 downloaded\\W.*again to resume.*\naurora: .*interrupted.*\n$"));
        Assert.That(_session.Files, Is.EqualTo(new[] { ".film.mp4.part", ".film.mp4.part.json" }));

        _session.Storage.Answer = (request, reply) => film.AnswerAsync(request, reply);
        var result = await RunAsync();

        Assert.That(result.ExitCode, Is.Zero);
        Assert.That(_session.Storage.Requests[^1].Range, Is.EqualTo($"bytes={Half}-"));
        Assert.That(_session.Storage.Requests[^1].IfRange, Is.EqualTo("\"v1\""));
        Assert.That(_session.Read("film.mp4"), Is.EqualTo(film.Bytes));
        Assert.That(_session.Files, Is.EqualTo(new[] { "film.mp4" }));
    }

    [Test]
    [Platform("Linux")]
    public async Task Download_file_too_large_for_disk_fails_and_others_are_downloaded()
    {
        var (large, small) = (StoredFile.Random(Length), StoredFile.Random(1000));
        _session.Add("large", "/large.mp4");
        _session.Add("small", "/small.mp4");
        _session.Storage.Answer = (request, reply) => (request.Path == "/large.mp4" ? large : small).AnswerAsync(request, reply);

        // The unit of the limit is 512 bytes. Without the variable, the runtime creates a large file.
        var command = $"trap '' XFSZ; ulimit -f 2000; exec dotnet '{ToolProcess.ToolPath}' \"$@\"";
        var result = await ToolProcess.RunProgramAsync(
            "/bin/sh",
            ["-c", command, "sh", .. Args(), "--jobs", "1"],
            [.. ToolProcess.KeysOf(_session.Server), ("DOTNET_EnableWriteXorExecute", "0")]);

        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Failed), result.Error);
        Assert.That(result.Error, Does.Contain("aurora: large.mp4: ").And.EndsWith("1 downloaded (1 KB), 1 failed\n"));
        Assert.That(_session.Read("small.mp4"), Is.EqualTo(small.Bytes));
        Assert.That(_session.Files, Has.None.EqualTo("large.mp4"));
        Assert.That(_session.Storage.Requests, Has.Count.EqualTo(2));

        await RunAsync();
        Assert.That(_session.Read("large.mp4"), Is.EqualTo(large.Bytes));
    }

    [TestCase("", true)]
    [TestCase("2> '{0}'", false)]
    public async Task Download_terminal_shows_bars_only_on_standard_error(string redirect, bool hasBars)
    {
        Assume.That(File.Exists(Script), "A terminal requires util-linux.");
        var film = StoredFile.Random(Length);
        var shown = new TaskCompletionSource();
        _session.Add();
        // The host sends the rest when the bar is visible, so the test does not depend on the speed of the machine.
        _session.Storage.Answer = async (request, reply) =>
        {
            await film.AnswerAsync(request, reply, breakAfter: Half);
            await shown.Task;
            await reply.WriteAsync(film.Bytes.AsMemory(Half));
        };
        using var folder = new TemporaryFolder();
        var arguments = string.Join(' ', Args().Select(arg => $"'{arg}'"));
        var redirection = redirect.Replace("{0}", folder.File("error"), StringComparison.Ordinal);
        var command = $"stty cols 110; dotnet '{ToolProcess.ToolPath}' {arguments} {redirection}";

        using var tool = ToolProcess.StartProgram(Script, ["-qec", command, "/dev/null"], ToolProcess.KeysOf(_session.Server));
        var before = hasBars ? await ReadUntilAsync(tool.Output, "of 1 files") : "";
        shown.SetResult();
        var result = await tool.WaitForExitAsync();

        Assert.That(result.ExitCode, Is.Zero);
        Assert.That(result.Output, Does.Match(@"downloaded.* 3 MB .*film\.mp4"));
        Assert.That((before + result.Output).Contains("of 1 files", StringComparison.Ordinal), Is.EqualTo(hasBars));
        // The bars hide the cursor while they are visible.
        var hidden = result.Output.LastIndexOf("\e[?25l", StringComparison.Ordinal);
        Assert.That(result.Output.LastIndexOf("\e[?25h", StringComparison.Ordinal), Is.GreaterThanOrEqualTo(hidden));
        if (!hasBars)
            Assert.That(await File.ReadAllTextAsync(folder.File("error")), Is.EqualTo("1 downloaded (3 MB)\n"));
    }

    [Test]
    public async Task Download_another_video_of_the_same_name_fails()
    {
        var first = _session.Add(StoredFile.Random(10));
        await RunAsync();
        var second = _session.Add(StoredFile.Random(20));

        var (other, same) = (await RunAsync($"{second}"), await RunAsync($"{first}"));

        Assert.That(other.ExitCode, Is.EqualTo(ExitCode.Failed));
        Assert.That(other.Error, Does.Match(@"^aurora: film\.mp4: .*\{id\}.*\n0 downloaded, 1 failed\n$"));
        Assert.That((same.ExitCode, same.Error), Is.EqualTo((ExitCode.Success, "0 downloaded, 1 skipped\n")));
    }

    [TestCase("aws-chunked")]
    [TestCase("utf-8")]
    [TestCase("binary")]
    public async Task Download_content_encoding_that_names_no_compression_is_ignored(string encoding)
    {
        var film = StoredFile.Random(1000, validator: $"Content-Encoding: {encoding}");
        _session.Add(film);

        var result = await RunAsync();

        Assert.That((result.ExitCode, result.Error), Is.EqualTo((ExitCode.Success, "1 downloaded (1 KB)\n")));
        Assert.That(_session.Read("film.mp4"), Is.EqualTo(film.Bytes));
    }

    [Test]
    public async Task Download_two_processes_share_the_work()
    {
        const int Count = 12;
        var film = StoredFile.Random(100_000);
        var both = new TaskCompletionSource();
        for (var i = 0; i < Count; i++)
            _session.Add($"film {i:00}", $"/{i:00}.mp4");
        // No file is complete before both processes have begun one.
        _session.Storage.Answer = async (request, reply) =>
        {
            if (_session.Storage.Requests.Count == 2)
                both.TrySetResult();
            await both.Task;
            await film.AnswerAsync(request, reply);
        };

        var results = await Task.WhenAll(RunAsync("--jobs", "1"), RunAsync("--jobs", "1"));

        Assert.That(results.Select(result => result.ExitCode), Is.All.Zero, string.Concat(results.Select(result => result.Error)));
        Assert.That(results.Select(result => result.Lines.Count(line => line.StartsWith("downloaded", StringComparison.Ordinal))).Order(), Is.All.Positive);
        Assert.That(results.Sum(result => result.Lines.Count(line => line.StartsWith("downloaded", StringComparison.Ordinal))), Is.EqualTo(Count));
        Assert.That(_session.Storage.Requests, Has.Count.EqualTo(Count));
        Assert.That(_session.Files, Has.Length.EqualTo(Count).And.All.EndsWith(".mp4"));
        Assert.That(_session.Files.Select(_session.Read), Is.All.EqualTo(film.Bytes));
    }

    [Test]
    [Platform("Linux")]
    public async Task Download_ends_when_the_reader_of_its_results_has_left()
    {
        const int Count = 50;
        var film = StoredFile.Random(10);
        var hasLeft = new TaskCompletionSource();
        for (var i = 0; i < Count; i++)
            _session.Add($"film {i:00}", $"/{i:00}.mp4");
        _session.Storage.Answer = async (request, reply) =>
        {
            if (_session.Storage.Requests.Count > 1)
                await hasLeft.Task;
            await film.AnswerAsync(request, reply);
        };

        using var tool = ToolProcess.Start([.. Args(), "--output", "ndjson", "--jobs", "1"], ToolProcess.KeysOf(_session.Server));
        await ReadUntilAsync(tool.Output, "\n");
        await tool.CloseOutputAsync();
        hasLeft.SetResult();
        await tool.WaitForExitAsync();

        Assert.That(_session.Storage.Requests, Has.Count.EqualTo(2));
    }

    private static async Task<string> ReadUntilAsync(Stream output, string text)
    {
        var read = new StringBuilder();
        var buffer = new byte[4096];
        while (!read.ToString().Contains(text, StringComparison.Ordinal) && await output.ReadAsync(buffer) is > 0 and var count)
            read.Append(Encoding.Latin1.GetString(buffer, 0, count));
        return read.ToString();
    }

    private string[] Args() =>
        ["download", "--to", _session.Folder, "--template", "{name}.{ext}", "--base-url", _session.Server.BaseAddress.ToString()];

    private Task<ToolProcess.Result> RunAsync(params string[] args) => ToolProcess.RunAsync([.. Args(), .. args], ToolProcess.KeysOf(_session.Server));
}
