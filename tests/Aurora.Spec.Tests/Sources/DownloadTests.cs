using System.IO.Compression;
using System.Text;
using Aurora.Spec.Documents;
using Aurora.Spec.Sources;
using Aurora.Spec.Terminals;
using Microsoft.Extensions.Time.Testing;

namespace Aurora.Spec.Tests.Sources;

[TestFixture]
public sealed class DownloadTests
{
    private const string Document = SourceSession.Minimal;
    private const int MostBytes = 16 * 1024 * 1024;

    private readonly FakeTimeProvider _time = new();
    private PageServer _server = null!;

    [SetUp]
    public void Start() => _server = new PageServer();

    [TearDown]
    public void Stop() => _server.Dispose();

    [Test]
    public async Task Document_is_downloaded_over_https()
    {
        _server.Answer("/get-aurora.md?key=secret", "200 OK", "```yaml\n" + Document + "```\n");

        var document = await ReadAsync("/get-aurora.md?key=secret");

        Assert.That((document.Name, document.Text), Is.EqualTo((_server.Address + "/get-aurora.md", Document)));
    }

    [TestCase("gzip")]
    [TestCase("br")]
    public async Task Compressed_response_is_decompressed(string coding)
    {
        _server.Answer("/", $"200 OK\nContent-Encoding: {coding}", Compress(coding, Encoding.UTF8.GetBytes(Document)));

        Assert.That((await ReadAsync("/")).Text, Is.EqualTo(Document));
    }

    [Test]
    public async Task Response_that_decompresses_to_50_MB_is_refused()
    {
        _server.Answer("/", "200 OK\nContent-Encoding: gzip", Compress("gzip", new byte[50_000_000]));

        Assert.That(await RefusalAsync("/"), Is.EqualTo($"{_server.Address}/: larger than 16 MiB."));
    }

    [Test]
    public async Task Response_of_50_MB_is_refused_with_and_without_a_length()
    {
        _server.Answer("/unnamed", "200 OK", new byte[50_000_000]);
        _server.Answer("/named", "200 OK\nContent-Length: 50000000", new byte[MostBytes + 1]);

        Assert.That(await RefusalAsync("/unnamed"), Is.EqualTo($"{_server.Address}/unnamed: larger than 16 MiB."));
        Assert.That(await RefusalAsync("/named"), Is.EqualTo($"{_server.Address}/named: larger than 16 MiB."));
    }

    [Test]
    public async Task Response_shorter_than_its_length_is_refused()
    {
        _server.Answer("/", $"200 OK\nContent-Length: {Document.Length + 1}", Document);

        Assert.That(await RefusalAsync("/"), Does.StartWith($"{_server.Address}/: the download failed: "));
    }

    [TestCase("404 Not Found", "the server responded with 404 Not Found.")]
    [TestCase("204 No Content", "the server responded with 204 No Content.")]
    [TestCase("503 ", "the server responded with 503.")]
    [TestCase("304 Not Modified", "the server responded with 304 Not Modified.")]
    [TestCase("302 Found", "the server redirects without an address.")]
    [TestCase("302 Found\nLocation: http://127.0.0.1:1/x?key=secret", "the server redirects to http://127.0.0.1:1/x, which does not use https.")]
    [TestCase("302 Found\nLocation: file:///etc/passwd", "the server redirects to file:///etc/passwd, which does not use https.")]
    [TestCase("302 Found\nLocation: https://user:secret@127.0.0.1/", "the server redirects to an address that contains a user name or a password.")]
    public async Task Response_other_than_200_is_refused(string head, string what)
    {
        _server.Answer("/a", head, Document);

        Assert.That(await RefusalAsync("/a"), Is.EqualTo($"{_server.Address}/a: {what}"));
    }

    [TestCase("404 Not Found")]
    public async Task HTML_page_with_status_200_is_refused_with_its_title(string title)
    {
        _server.Answer("/", "200 OK\nContent-Type: application/yaml", $"<!doctype html><title>{title}</title>");

        Assert.That(await RefusalAsync("/"), Is.EqualTo($"{_server.Address}/: this is an HTML page with the title '{title}', not a document."));
    }

    [Test]
    public async Task Sixth_redirect_is_refused()
    {
        for (var i = 0; i < 6; i++)
            _server.Answer($"/{i}", $"{(i % 2 == 0 ? "301 Moved" : "308 Moved")}\nLocation: {(i % 2 == 0 ? _server.Address : "")}/{i + 1}");
        _server.Answer("/6", "200 OK", Document);

        Assert.That((await ReadAsync("/1")).Name, Is.EqualTo(_server.Address + "/1"));
        Assert.That(await RefusalAsync("/0"), Is.EqualTo($"{_server.Address}/0: more than 5 redirects."));
    }

    [Test]
    public async Task Http_is_allowed_on_this_machine_but_not_after_a_redirect()
    {
        using var plain = new PageServer(https: false);
        plain.Answer("/", "200 OK", Document);
        plain.Answer("/moved", "302 Found\nLocation: /");
        _server.Answer("/moved", $"302 Found\nLocation: {plain.Address}/");

        Assert.That((await ReadAsync(plain, "/")).Text, Is.EqualTo(Document));
        Assert.That(
            (await SourceSession.RefusalAsync(() => ReadAsync(plain, "/moved")))[0],
            Is.EqualTo($"{plain.Address}/moved: the server redirects to {plain.Address}/, which does not use https."));
        Assert.That(await RefusalAsync("/moved"), Is.EqualTo($"{_server.Address}/moved: the server redirects to {plain.Address}/, which does not use https."));
        Assert.That(plain.Paths, Is.EqualTo(new[] { "/", "/moved" }));
    }

    [Test]
    public async Task Download_stops_after_30_seconds_without_a_response()
    {
        var reading = SourceSession.RefusalAsync(() => ReadAsync("/silent"));
        await _server.Asked;

        _time.Advance(TimeSpan.FromSeconds(29));
        Assert.That(reading.IsCompleted, Is.False);
        _time.Advance(TimeSpan.FromSeconds(1));

        // This limit ends the test if the timeout is not 30 seconds.
        Assert.That((await reading.WaitAsync(TimeSpan.FromMinutes(1)))[0], Is.EqualTo($"{_server.Address}/silent: no complete response within 30 seconds."));
    }

    [Test]
    public async Task Cancellation_throws_OperationCanceledException()
    {
        using var cancellation = new CancellationTokenSource();
        var reading = ReadAsync(_server, "/silent", cancellation.Token);
        await _server.Asked;

        await cancellation.CancelAsync();

        Assert.That(async () => await reading, Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task Missing_server_is_reported()
    {
        _server.Dispose();

        Assert.That(await RefusalAsync("/"), Does.StartWith($"{_server.Address}/: the download failed: "));
    }

    [Test]
    public async Task Untrusted_certificate_is_refused()
    {
        _server.Answer("/", "200 OK", Document);

        var refusal = await SourceSession.RefusalAsync(() => SourceSession.ReadSourceAsync(_server.Address + "/"));

        Assert.That(refusal[0], Does.StartWith($"{_server.Address}/: the download failed: "));
        Assert.That(_server.Paths, Is.Empty);
    }

    [TestCase("http://example.com/a?key=secret", "http://example.com/a: only https:// is supported, and http:// on this machine.")]
    [TestCase("ftp://example.com/a", "ftp://example.com/a: only https:// is supported, and http:// on this machine.")]
    [TestCase("file:///a.yaml", "file:///a.yaml: only https:// is supported, and http:// on this machine.")]
    [TestCase("https://user:secret@example.com/a", "https://example.com/a: the address contains a user name or a password.")]
    [TestCase("https://", "The source is not a valid address.")]
    public async Task Invalid_address_is_refused(string address, string refusal)
    {
        var lines = await SourceSession.RefusalAsync(() => SourceSession.ReadSourceAsync(address));

        Assert.That(lines[0], Is.EqualTo(refusal));
        Assert.That(string.Concat(lines), Does.Not.Contain("secret"));
    }

    private static byte[] Compress(string coding, byte[] bytes)
    {
        using var compressed = new MemoryStream();
        using (Stream compressor = coding == "br" ? new BrotliStream(compressed, CompressionLevel.Fastest) : new GZipStream(compressed, CompressionLevel.Fastest))
            compressor.Write(bytes);
        return compressed.ToArray();
    }

    private Task<SpecDocument> ReadAsync(string path) => ReadAsync(_server, path);

    private async Task<SpecDocument> ReadAsync(PageServer server, string path, CancellationToken cancellationToken = default)
    {
        using var handler = _server.NewHandler();
        return await new SourceReader(handler, _time).ReadAsync(server.Address + path, new SpecConsole(TextWriter.Null, TextWriter.Null), cancellationToken);
    }

    private async Task<string> RefusalAsync(string path) => (await SourceSession.RefusalAsync(() => ReadAsync(path)))[0];
}
