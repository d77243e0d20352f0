using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace Aurora.Client.Tests.Transport;

/// <summary>Tests failures below HTTP that a retry cannot fix, over real connections.</summary>
[TestFixture]
public sealed class WireFailureTests
{
    [Test]
    public async Task Untrusted_certificate_fails_without_a_retry([Values] bool streams)
    {
        using var certificate = TestCertificate.New();
        using var server = new LocalServer(_ => LocalServer.Response(200), certificate);
        using var aurora = Client(server.Address);

        var error = await Thrown.By(async () => _ = streams ? await aurora.StreamAsync().GetAsyncEnumerator().MoveNextAsync() : await aurora.ListAsync() is null);

        Assert.That(error, Has.Property("Kind").EqualTo(AuroraErrorKind.Network).And.Property("Attempts").EqualTo(1));
        Assert.That(error.Message, Does.Contain("UntrustedRoot").And.Not.Contain("inner exception"));
        Assert.That(server.Connections, Is.EqualTo(1));
    }

    [Test]
    public async Task Certificate_for_another_name_fails_without_a_retry()
    {
        using var certificate = TestCertificate.New("other.example");
        using var server = new LocalServer(_ => LocalServer.Response(200), certificate);
        using var aurora = Client(new UriBuilder(server.Address) { Host = "localhost" }.Uri);

        Assert.That(await Thrown.By(() => aurora.ListAsync()), Has.Property("Attempts").EqualTo(1).And.Message.Contains("RemoteCertificateNameMismatch"));
    }

    [Test]
    public async Task Server_without_TLS_fails_without_a_retry()
    {
        using var server = RudeServer("HTTP/1.1 400 Bad Request\r\n\r\n");
        using var aurora = Client(Secure(server));

        var error = await Thrown.By(() => aurora.ListAsync());

        Assert.That(error, Has.Property("Kind").EqualTo(AuroraErrorKind.Network).And.Property("Attempts").EqualTo(1));
        Assert.That(error.Message, Does.Contain("The TLS connection could not be established: Cannot determine the frame size"));
    }

    [Test]
    public async Task Handler_from_CreateHandler_with_another_certificate_is_used()
    {
        using var certificate = TestCertificate.New();
        using var server = new LocalServer(_ => LocalServer.Response(200), certificate);
        var handler = AuroraClient.CreateHandler();
        handler.SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = (_, presented, _, _) => presented!.GetCertHashString() == certificate.GetCertHashString() };
        using var aurora = AuroraClient.Create(Options(server.Address), handler);

        Assert.That(await aurora.ListAsync(), Is.Empty);
        Assert.That(server.Requests.Single(), Does.Contain("X-API-KEY: the-api-key"));
    }

    [Test]
    public async Task Connection_that_breaks_during_the_handshake_is_retried()
    {
        using var server = RudeServer("");
        using var aurora = Client(Secure(server));

        Assert.That(await Thrown.By(() => aurora.ListAsync()), Has.Property("Kind").EqualTo(AuroraErrorKind.Network).And.Property("Attempts").EqualTo(4));
    }

    private static AuroraClient Client(Uri address) => AuroraClient.Create(Options(address));

    private static AuroraClientOptions Options(Uri address) => new() { ApiId = "the-api-id", ApiKey = "the-api-key", BaseAddress = address, RetryDelay = TimeSpan.Zero };

    /// <summary>A server that sends a text after the first byte of each connection, or resets the connection.</summary>
    private static RawServer RudeServer(string text) => new(async stream =>
    {
        await stream.ReadExactlyAsync(new byte[1]);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(text));
        if (text.Length == 0)
            ((NetworkStream)stream).Socket.LingerState = new LingerOption(enable: true, seconds: 0);
        else
            await stream.CopyToAsync(Stream.Null);
    });

    private static Uri Secure(RawServer server) => new UriBuilder(server.Address) { Scheme = "https" }.Uri;
}
