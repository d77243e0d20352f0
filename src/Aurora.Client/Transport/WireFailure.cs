using System.Net;
using System.Security.Authentication;

namespace Aurora.Client;

/// <summary>Classifies and describes network failures.</summary>
internal static class WireFailure
{
    /// <summary>Returns whether a retry would fail too: the client rejects the server's certificate or protocol, or the proxy rejects the client.</summary>
    public static bool IsPermanent(Exception? exception) => IsTls(exception) || IsProxyRefusal(exception);

    /// <summary>Describes the failure. For TLS, it uses the innermost exception, because the outer message only refers to it.</summary>
    public static string Describe(Exception exception)
    {
        if (IsTls(exception))
            return $"The TLS connection could not be established: {Causes(exception).Last().Message}";
        return IsProxyRefusal(exception)
            ? $"{exception.Message} Fix: put the user and the password of the proxy into its address, or set Credentials on the proxy of the handler."
            : exception.Message;
    }

    private static bool IsTls(Exception? exception) => exception is not null && Causes(exception).Any(cause => cause is AuthenticationException);

#if NET
    private static bool IsProxyRefusal(Exception? exception) =>
        exception is HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } failed
        // On .NET 8, only the message contains the status.
        && (failed.StatusCode == HttpStatusCode.ProxyAuthenticationRequired || failed.Message.Contains("'407'", StringComparison.Ordinal));
#else
    private static bool IsProxyRefusal(Exception? exception) =>
        exception is not null && Causes(exception).OfType<WebException>().Any(cause => cause.Response is HttpWebResponse { StatusCode: HttpStatusCode.ProxyAuthenticationRequired });
#endif

    private static IEnumerable<Exception> Causes(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
            yield return cause;
    }
}
