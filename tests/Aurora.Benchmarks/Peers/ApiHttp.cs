using System.Diagnostics.CodeAnalysis;
using System.Net;
using Aurora.Client;

namespace Aurora.Benchmarks.Peers;

/// <summary>The path and the headers that every peer sends to the API.</summary>
internal static class ApiHttp
{
    public const string ApiId = "benchmark-id";
    public const string ApiKey = "benchmark-key";

    /// <summary>The path of the list. It is relative to the address of an account.</summary>
    public const string ListPath = "api/aurora/";

    /// <summary>Creates a client that uses HTTP/1.1 without TLS, and HTTP/2 with it.</summary>
    public static HttpClient Create(Uri address)
    {
        var http = address.Scheme == Uri.UriSchemeHttps ? new HttpClient(Trusting(new SocketsHttpHandler())) { DefaultRequestVersion = HttpVersion.Version20 } : new HttpClient();
        http.BaseAddress = address;
        return AddKeys(http);
    }

    public static HttpClient AddKeys(HttpClient http)
    {
        http.DefaultRequestHeaders.Add(AuroraApi.IdHeader, ApiId);
        http.DefaultRequestHeaders.Add(AuroraApi.KeyHeader, ApiKey);
        return http;
    }

    /// <summary>Lets a handler accept the certificate of the server.</summary>
    [SuppressMessage("Security", "CA5359", Justification = "The server runs on this machine and creates its certificate at its start.")]
    public static SocketsHttpHandler Trusting(SocketsHttpHandler handler)
    {
        handler.SslOptions.RemoteCertificateValidationCallback = static (_, _, _, _) => true;
        return handler;
    }
}
