using Aurora.Cli.Galleries;
using Aurora.Client;
using Aurora.Testing;
using Newtonsoft.Json.Linq;

namespace Aurora.Cli.Tests.Commands;

[TestFixture]
public sealed class GalleryCommandTests
{
    private static readonly Guid Unknown = new("11111111-2222-3333-4444-555555555555");

    private TemporaryFolder _folder = null!;

    private string Page => _folder.File("gallery.html");

    [SetUp]
    public void CreateTheFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteTheFolder() => _folder.Dispose();

    [Test]
    public async Task Gallery_account_writes_page_and_reports_count()
    {
        using var server = AuroraServer.Start();
        var session = new Session { IsTerminal = true };

        await Assert.ThatAsync(() => session.RunAsync(server, "gallery", "--out", Page), Is.Zero);

        Assert.That(IdsIn(await File.ReadAllTextAsync(Page)), Is.EquivalentTo(Account.IdsOf(server)));
        Assert.That(session.Output, Is.EqualTo($"{Page}: 24 videos\n"));
        server.AssertNoUnexpectedRequests();
    }

    [Test]
    public async Task Gallery_filters_select_videos()
    {
        using var server = AuroraServer.Start();
        var expected = server.Videos.Where(video => (string?)video["status"] == "failed").Select(video => (string)video["id"]!).ToArray();

        await Assert.ThatAsync(() => new Session().RunAsync(server, "gallery", "--out", Page, "--status", "failed"), Is.Zero);

        Assert.That(expected, Is.Not.Empty);
        Assert.That(IdsIn(await File.ReadAllTextAsync(Page)), Is.EquivalentTo(expected));
    }

    [Test]
    public async Task Gallery_unknown_ids_writes_others_and_returns_failed()
    {
        using var server = AuroraServer.Start();
        var known = Account.IdsOf(server)[0];
        var session = new Session();

        await Assert.ThatAsync(() => session.RunAsync(server, "gallery", "--out", Page, "--ids", $"{known},{Unknown}"), Is.EqualTo(ExitCode.Failed));

        Assert.That(IdsIn(await File.ReadAllTextAsync(Page)), Is.EqualTo(new[] { known }));
        Assert.That(session.Error, Is.EqualTo($"aurora: 1 of 2 ids not found:\n{Unknown}\n"));
    }

    [Test]
    public async Task Gallery_json_reports_file_and_count()
    {
        using var server = Account.Empty();
        var session = new Session();

        await Assert.ThatAsync(() => session.RunAsync(server, "gallery", "--out", Page, "--output", "json"), Is.Zero);

        Assert.That(JObject.Parse(session.Output), Is.EqualTo(new JObject { ["file"] = Page, ["videos"] = 0 }).Using<JToken>(JToken.DeepEquals));
        Assert.That(IdsIn(await File.ReadAllTextAsync(Page)), Is.Empty);
    }

    [Test]
    public async Task Gallery_standard_output_writes_only_the_page()
    {
        using var server = AuroraServer.Start();
        var session = new Session();

        await Assert.ThatAsync(() => session.RunAsync(server, "gallery", "--out", "-"), Is.Zero);

        Assert.That(session.Output, Does.StartWith("<!DOCTYPE html>").And.EndsWith("</html>\n"));
        Assert.That(IdsIn(session.Output), Has.Length.EqualTo(24));
        Assert.That(session.Error, Is.EqualTo("24 videos\n"));
    }

    [Test]
    public async Task Gallery_truncated_response_keeps_existing_page()
    {
        using var server = AuroraServer.Start();
        server.InjectFaultWhen(_ => true, AuroraFault.Truncate(5_000), int.MaxValue);
        await File.WriteAllTextAsync(Page, "the old page");

        await Assert.ThatAsync(() => new Session().RunAsync(server, "gallery", "--out", Page), Is.EqualTo(ExitCode.Network));

        Assert.That(await File.ReadAllTextAsync(Page), Is.EqualTo("the old page"));
        Assert.That(Directory.EnumerateFileSystemEntries(_folder.Path), Is.EqualTo(new[] { Page }));
    }

    [Test]
    public async Task Gallery_interrupted_leaves_no_files()
    {
        using var server = AuroraServer.Start();
        server.InjectFaultWhen(_ => true, AuroraFault.Stall(5_000), int.MaxValue);
        using var interrupt = new CancellationTokenSource();
        using var watcher = new FileSystemWatcher(_folder.Path) { EnableRaisingEvents = true };
        watcher.Created += (_, _) => interrupt.Cancel();
        var session = new Session().WithKeysOf(server);

        var exitCode = await session.RunAsync(interrupt.Token, "gallery", "--out", Page, "--base-url", server.BaseAddress.ToString());

        Assert.That(exitCode, Is.EqualTo(ExitCode.Interrupted));
        Assert.That(Directory.EnumerateFileSystemEntries(_folder.Path), Is.Empty);
    }

    [TestCase("missing/gallery.html", "cannot be written")]
    [TestCase(".", "is a folder")]
    [TestCase("missing/", "is a folder")]
    public async Task Gallery_invalid_path_returns_usage_without_request(string path, string reason)
    {
        using var server = AuroraServer.Start();
        var session = new Session();

        await Assert.ThatAsync(() => session.RunAsync(server, "gallery", "--out", _folder.File(path)), Is.EqualTo(ExitCode.Usage));

        Assert.That(session.Error, Does.Contain(path).And.Contain(reason));
        Assert.That(server.Requests, Is.Empty);
        Assert.That(Directory.EnumerateFileSystemEntries(_folder.Path), Is.Empty);
    }

    [TestCase("path is empty", "--out", "")]
    [TestCase("'/dev/null' is a device", "--out", "/dev/null")]
    [TestCase("--output json", "--out", "-", "--output", "json")]
    [TestCase("Option '--out' is required.")]
    public async Task Gallery_invalid_out_returns_usage(string reason, params string[] args)
    {
        using var server = AuroraServer.Start();
        var session = new Session();

        await Assert.ThatAsync(() => session.RunAsync(server, "gallery", args), Is.EqualTo(ExitCode.Usage));

        Assert.That(session.Error, Does.Contain(reason));
        Assert.That(session.Output, Is.Empty);
        Assert.That(server.Requests, Is.Empty);
    }

    [Test]
    public async Task Gallery_demo_page_contains_its_media()
    {
        await Assert.ThatAsync(() => new Session().RunAsync("gallery", "--demo", "--out", Page), Is.Zero);

        var videos = VideosIn(await File.ReadAllTextAsync(Page));
        Assert.That(videos, Has.Count.EqualTo(24));
        Assert.That(videos.Select(video => (string?)video["still"]), Is.All.StartsWith("data:image/svg+xml;base64,"));
        Assert.That(videos.Select(video => (string?)video["clip"]).OfType<string>(), Is.Not.Empty.And.All.StartsWith("data:video/mp4;base64,"));
        Assert.That(videos.ToString(), Does.Not.Contain("127.0.0.1"));
    }

    [Test]
    public async Task Gallery_account_page_refuses_embedded_media()
    {
        using var server = Account.With(("preview", "data:image/svg+xml,x"), ("video_output", "data:video/mp4,x"));

        await new Session().RunAsync(server, "gallery", "--out", Page);

        var page = await File.ReadAllTextAsync(Page);
        Assert.That(page, Does.Not.Contain("data:image").And.Not.Contain("data:video").And.Not.Match("img-src[^;]* data:"));
    }

    [Test]
    public async Task WriteAsync_many_videos_writes_each_immediately()
    {
        var output = new CountingWriter();
        var kept = 0;

        var count = await GalleryPage.WriteAsync(VideosAsync(), new Uri("https://api.example"), default, areMediaEmbedded: false, output, CancellationToken.None);

        Assert.That(count, Is.EqualTo(100_000));
        Assert.That(kept, Is.Zero, "A video was read before the previous ones were written.");

        async IAsyncEnumerable<AuroraFlow> VideosAsync()
        {
            var video = new AuroraFlow { Name = "A video" };
            for (var i = 0; i < 100_000; i++)
            {
                var before = output.Written;
                yield return video;
                kept += output.Written > before ? 0 : 1;
            }

            await Task.CompletedTask;
        }
    }

    [Test]
    public async Task WriteAsync_address_with_markup_shows_only_host()
    {
        await using var output = new StringWriter();

        await GalleryPage.WriteAsync(
            AsyncEnumerable.Empty<AuroraFlow>(),
            new Uri("https://api.example/\"><script>{videos}"),
            DateTimeOffset.UnixEpoch,
            areMediaEmbedded: false,
            output,
            CancellationToken.None);

        Assert.That(output.ToString(), Does.Contain("<p id=\"made\">From api.example, 1970-01-01 00:00 UTC</p>"));
    }

    private static string[] IdsIn(string page) => [.. VideosIn(page).Select(video => (string)video["id"]!)];

    private static JArray VideosIn(string page)
    {
        const string begin = "<script type=\"application/json\" id=\"videos\">";
        var videos = page[(page.IndexOf(begin, StringComparison.Ordinal) + begin.Length)..];
        return JArray.Parse(videos[..videos.IndexOf("</script>", StringComparison.Ordinal)]);
    }

    private sealed class CountingWriter : StringWriter
    {
        public long Written { get; private set; }

        public override Task WriteAsync(ReadOnlyMemory<char> buffer, CancellationToken cancellationToken = default)
        {
            Written += buffer.Length;
            return Task.CompletedTask;
        }
    }
}
