using System.IO.Compression;
using System.Net;
using Aurora.Testing;

namespace Aurora.Client.Tests.Transport;

/// <summary>Tests responses that the document does not describe, over real HTTP.</summary>
[TestFixture]
public sealed class UnusualResponseTests : AuroraServerFixture
{
    [TestCase("gzip")]
    [TestCase("br")]
    [TestCase("deflate")]
    public async Task Compressed_response_is_read(string encoding)
    {
        Server.EnqueueFaults(AuroraFault.Compressed(encoding));

        Assert.That(await Client().ListAsync(), Has.Count.EqualTo(24));
    }

    [Test]
    public async Task Corrupt_compression_is_a_network_error()
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(Enumerable.Range(0, 2000).Select(number => (byte)(number * number)).ToArray());
        var corrupt = compressed.ToArray();
        corrupt.AsSpan(20, 40).Fill(0xFF);
        Server.InjectFaultWhen(_ => true, AuroraFault.Body(corrupt).WithHeader("Content-Encoding", "gzip"), int.MaxValue);

        Assert.That(await Thrown.By(() => Client().ListAsync()), Has.Property("Kind").EqualTo(AuroraErrorKind.Network).And.Message.Contains("not valid for the Content-Encoding"));
    }

    [TestCase("gzip")]
    [TestCase("br")]
    [TestCase("deflate")]
    public async Task Body_with_a_wrong_Content_Encoding_is_a_network_error(string encoding)
    {
        Server.InjectFaultWhen(_ => true, AuroraFault.Body(new byte[] { 0xFF, 0xFF, 0xFF, 0xFF }).WithHeader("Content-Encoding", encoding), int.MaxValue);

        Assert.That((await Thrown.By(() => Client().ListAsync())).Kind, Is.EqualTo(AuroraErrorKind.Network));
    }

    [Test]
    public async Task Tiny_videos_count_with_their_size_in_memory()
    {
        Server.InjectFaultWhen(_ => true, AuroraFault.Body("[" + string.Join(",", Enumerable.Repeat("{}", 17)) + "]"), int.MaxValue);

        Assert.That(await Client(options => options.MaxResponseBytes = 17 * 256).ListAsync(), Has.Count.EqualTo(17));
        Assert.That(await Thrown.By(() => Client(options => options.MaxResponseBytes = 16 * 256).ListAsync()),
            Has.Property("Kind").EqualTo(AuroraErrorKind.UnreadableResponse).And.Message.Contains("more than 16 elements"));
    }

    [Test]
    public async Task Redirect_is_not_followed_and_the_message_names_its_origin()
    {
        using var other = AuroraServer.Start();
        Server.EnqueueFaults(AuroraFault.Redirect(new Uri(other.BaseAddress, "api/aurora/?secret=1")));

        var error = await Thrown.By(() => Client().ListAsync());

        Assert.That(error.Message, Does.Contain(other.BaseAddress.GetLeftPart(UriPartial.Authority)).And.Not.Contain("secret"));
        Assert.That(other.Requests, Is.Empty);
    }

    [TestCase("<html>Private</html>", "text/html", "text/html")]
    [TestCase("", "application/json", "application/json")]
    [TestCase("{}", "text/plain", "an object instead of an array")]
    [TestCase("[1", "application/json", "application/json")]
    public async Task Success_with_another_body_describes_it(string body, string type, string said)
    {
        Server.EnqueueFaults(AuroraFault.Body(body, type));

        var error = await Thrown.By(() => Client().ListAsync());

        Assert.That(error, Has.Property("Kind").EqualTo(AuroraErrorKind.UnreadableResponse).And.Property("Body").EqualTo(body).And.Property("Attempts").EqualTo(1)
            .And.Message.Contains(said).And.Message.Not.Contains("Private"));
    }

    [TestCase("[]", "text/plain")]
    [TestCase("\ufeff[]", "application/json")]
    public async Task Valid_body_with_a_wrong_media_type_or_a_byte_order_mark_is_read(string body, string type)
    {
        Server.EnqueueFaults(AuroraFault.Body(body, type));

        Assert.That(await Client().ListAsync(), Is.Empty);
    }

    [Test]
    public async Task Body_larger_than_the_limit_throws()
    {
        var error = await Thrown.By(() => Client(options => options.MaxResponseBytes = 5000).ListAsync());

        Assert.That(error, Has.Property("Kind").EqualTo(AuroraErrorKind.UnreadableResponse).And.Message.Contains("5000 bytes"));
    }

    [Test]
    public async Task Exception_contains_the_request_ID()
    {
        Server.EnqueueFaults(AuroraFault.Status(HttpStatusCode.BadRequest).WithHeader("X-Request-ID", "abc-123"));

        Assert.That((await Thrown.By(() => Client().ListAsync())).RequestId, Is.EqualTo("abc-123"));
    }

    [Test]
    public async Task Throw_mode_throws_for_the_first_deviation()
    {
        Server.EnqueueFaults(AuroraFault.Body("""[{ "unheard_of": 1 }]"""));

        var error = await Thrown.By(() => Client(options => options.SchemaDriftHandling = SchemaDriftHandling.Throw).ListAsync());

        Assert.That(error.Drift, Is.EqualTo(new SchemaDrift(SchemaDriftKind.UnknownProperty, "$[].unheard_of", "a number")));
    }

    [Test]
    public async Task Report_mode_reports_each_kind_and_path_once()
    {
        Server.InjectFaultWhen(_ => true, AuroraFault.Body("""[{ "unheard_of": 1 }, { "unheard_of": 2 }]"""), int.MaxValue);
        var reported = new List<SchemaDrift>();
        var aurora = Client(options => options.OnSchemaDrift = reported.Add);

        await aurora.ListAsync();
        await aurora.ListAsync();

        Assert.That(reported.Count(drift => drift.Path == "$[].unheard_of"), Is.EqualTo(1));
        Assert.That(reported, Is.Unique);
    }
}
