using System.Net;
using System.Net.Sockets;

namespace Aurora.Client;

/// <summary>Whether a request may be sent again: a second create would make a second video, and cost its credits.</summary>
internal static class RetrySafety
{
    /// <param name="request">The request that failed.</param>
    /// <param name="options">Whether the caller allows more.</param>
    /// <param name="failure">How it failed.</param>
    public static bool MaySendAgain(AuroraRequest request, AuroraClientOptions options, Exception? failure) =>
        IsSafe(request.Method) || options.RetryUnsafeRequests || WasNotProcessed(failure);

    /// <summary>Whether a method changes nothing.</summary>
    public static bool IsSafe(string method) => method is "GET" or "HEAD" or "OPTIONS";

    /// <summary>Whether the API certainly did not process the request.</summary>
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
        // Handlers that a caller brings, and .NET Framework, tell it by what caused the exception.
        return exception.InnerException switch
        {
            SocketException { SocketErrorCode: SocketError.ConnectionRefused or SocketError.HostNotFound or SocketError.HostUnreachable or SocketError.NetworkUnreachable } => true,
            WebException { Status: WebExceptionStatus.ConnectFailure or WebExceptionStatus.NameResolutionFailure or WebExceptionStatus.TrustFailure } => true,
            _ => false,
        };
    }
}
