using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace Aurora.Client.Tests.Http;

/// <summary>Failures below HTTP that another attempt cannot mend, over real connections.</summary>
[TestFixture]
public sealed class WireFailureTests
{
    [Test]
    public async Task ListAsync_untrusted_certificate_is_an_error_at_once_with_the_reason([Values] bool streams)
    {
        using var certificate = LocalServer.NewCertificate();
        using var server = new LocalServer(_ => LocalServer.Response(200), certificate);
        using var aurora = Client(server.Address);

        var error = await Thrown.By(async () => _ = streams ? await aurora.StreamAsync().GetAsyncEnumerator().MoveNextAsync() : await aurora.ListAsync() is null);

        Assert.That(error, Has.Property("Kind").EqualTo(AuroraErrorKind.Network).And.Property("Attempts").EqualTo(1));
        Assert.That(error.Message, Does.Contain("UntrustedRoot").And.Not.Contain("inner exception"));
        Assert.That(server.Connections, Is.EqualTo(1));
    }

    [Test]
    public async Task ListAsync_certificate_for_another_name_is_an_error_at_once_with_the_reason()
    {
        using var certificate = LocalServer.NewCertificate("other.example");
        using var server = new LocalServer(_ => LocalServer.Response(200), certificate);
        using var aurora = Client(new UriBuilder(server.Address) { Host = "localhost" }.Uri);

        Assert.That(await Thrown.By(() => aurora.ListAsync()), Has.Property("Attempts").EqualTo(1).And.Message.Contains("RemoteCertificateNameMismatch"));
    }

    [Test]
    public async Task ListAsync_server_that_speaks_no_tls_is_an_error_at_once()
    {
        using var server = new RudeServer("HTTP/1.1 400 Bad Request\r\n\r\n");
        using var aurora = Client(server.Address);

        var error = await Thrown.By(() => aurora.ListAsync());

        Assert.That(error, Has.Property("Kind").EqualTo(AuroraErrorKind.Network).And.Property("Attempts").EqualTo(1));
        Assert.That(error.Message, Does.Contain("The TLS connection could not be established: Cannot determine the frame size"));
    }

    [Test]
    public async Task CreateHandler_adapted_to_a_certificate_of_the_callers_is_used()
    {
        using var certificate = LocalServer.NewCertificate();
        using var server = new LocalServer(_ => LocalServer.Response(200), certificate);
        var handler = AuroraClient.CreateHandler();
        handler.SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = (_, presented, _, _) => presented!.GetCertHashString() == certificate.GetCertHashString() };
        using var aurora = AuroraClient.Create(Options(server.Address), handler);

        Assert.That(await aurora.ListAsync(), Is.Empty);
        Assert.That(server.Requests.Single(), Does.Contain("X-API-KEY: the-api-key"));
    }

    [Test]
    public async Task ListAsync_connection_that_breaks_in_the_handshake_is_tried_again()
    {
        using var server = new RudeServer("");
        using var aurora = Client(server.Address);

        Assert.That(await Thrown.By(() => aurora.ListAsync()), Has.Property("Kind").EqualTo(AuroraErrorKind.Network).And.Property("Attempts").EqualTo(4));
    }

    private static AuroraClient Client(Uri address) => AuroraClient.Create(Options(address));

    private static AuroraClientOptions Options(Uri address) => new() { ApiId = "the-api-id", ApiKey = "the-api-key", BaseAddress = address, RetryDelay = TimeSpan.Zero };

    /// <summary>Answers the first byte of each connection with a text, or resets it.</summary>
    private sealed class RudeServer : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

        public RudeServer(string text)
        {
            _listener.Start();
            _ = ServeAsync(Encoding.ASCII.GetBytes(text));
        }

        public Uri Address => new($"https://{_listener.LocalEndpoint}/");

        public void Dispose() => _listener.Dispose();

        private async Task ServeAsync(byte[] text)
        {
            try
            {
                while (true)
                {
                    using var client = await _listener.AcceptTcpClientAsync();
                    await client.GetStream().ReadExactlyAsync(new byte[1]);
                    await client.GetStream().WriteAsync(text);
                    if (text.Length == 0)
                        client.LingerState = new LingerOption(enable: true, seconds: 0);
                    else
                        await client.GetStream().CopyToAsync(Stream.Null);
                }
            }
            catch (Exception exception) when (exception is SocketException or ObjectDisposedException or IOException)
            {
                // Stopped.
            }
        }
    }
}
