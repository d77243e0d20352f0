using System.Net;
using System.Net.Sockets;

namespace Aurora.Client;

/// <summary>Decides whether a request may be sent again. A repeated create could make, and charge for, a second video.</summary>
internal static class RetrySafety
{
    /// <param name="request">The request that failed.</param>
    /// <param name="options">The options, which can allow all requests.</param>
    /// <param name="failure">The failure.</param>
    public static bool MaySendAgain(AuroraRequest request, AuroraClientOptions options, Exception? failure) =>
        IsSafe(request.Method) || options.RetryUnsafeRequests || WasNotProcessed(failure);

    /// <summary>Returns whether a method changes nothing.</summary>
    public static bool IsSafe(string method) => method is "GET" or "HEAD" or "OPTIONS";

    /// <summary>Returns whether the API certainly did not process the request.</summary>
    private static bool WasNotProcessed(Exception? failure) => failure switch
    {
        AuroraApiException { Kind: AuroraErrorKind.RateLimit } => true,
        AuroraApiException { StatusCode: HttpStatusCode.ServiceUnavailable, RetryAfter: not null } => true,
        AuroraApiException { StatusCode: null, InnerException: HttpRequestException exception } => HadNoConnection(exception),
        _ => false,
    };

    private static bool HadNoConnection(HttpRequestException exception)
    {
#if NET
        if (exception.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError)
            return true;
#endif
        // .NET Framework and some handlers of callers only show it in an inner exception.
        return exception.InnerException switch
        {
            SocketException { SocketErrorCode: SocketError.ConnectionRefused or SocketError.HostNotFound or SocketError.HostUnreachable or SocketError.NetworkUnreachable } => true,
            WebException { Status: WebExceptionStatus.ConnectFailure or WebExceptionStatus.NameResolutionFailure or WebExceptionStatus.TrustFailure } => true,
            _ => false,
        };
    }
}
