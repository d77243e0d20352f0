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

/// <summary>Maps the exceptions of resilience strategies in the caller's handlers to errors.</summary>
internal static class HandlerRejection
{
    // The types are compared by name, because Polly 7 has them in another assembly, and the client does not reference the rate limiter. Specific types come first.
    private static readonly (string Type, AuroraErrorKind Kind, string What)[] Rejections =
    [
        ("Polly.Timeout.TimeoutRejectedException", AuroraErrorKind.Timeout, "The request was canceled by the timeout of a handler"),
        ("Polly.CircuitBreaker.BrokenCircuitException", AuroraErrorKind.Server, "The request was not sent because the circuit breaker of a handler is open"),
        ("Polly.ExecutionRejectedException", AuroraErrorKind.RateLimit, "The request was not sent because the rate limiter of a handler rejected it"),
    ];

    /// <summary>Returns the error for a rejection, and null for any other exception.</summary>
    public static AuroraApiException? ErrorOf(AuroraCall call, Exception exception) =>
        ErrorOf((kind, reason, inner) => call.Error(kind, reason, inner), exception);

    public static AuroraApiException? ErrorOf(Func<AuroraErrorKind, string, Exception, AuroraApiException> error, Exception exception)
    {
        foreach (var (type, kind, what) in Rejections)
        {
            if (Is(exception.GetType(), type))
                return error(kind, $"{what}: {exception.Message}", kind == AuroraErrorKind.Timeout ? new TimeoutException(exception.Message, exception) : exception);
        }

        return null;
    }

    /// <summary>Returns whether the type, or a type from which it derives, has this name.</summary>
    public static bool Is(Type? type, string name) => type is not null && (type.FullName == name || Is(type.BaseType, name));
}
