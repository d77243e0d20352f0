namespace Aurora.Benchmarks.Serving;

/// <summary>The protocols of the server, in the order in which it prints their ports.</summary>
internal enum ServerProtocol
{
    /// <summary>HTTP/1.1 without TLS.</summary>
    Http1,

    /// <summary>HTTP/1.1 over TLS, also for a client that prefers HTTP/2.</summary>
    TlsHttp1,

    /// <summary>HTTP/2 over TLS.</summary>
    TlsHttp2,
}
