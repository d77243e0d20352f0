namespace Aurora.Client;

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

    /// <inheritdoc cref="ErrorOf(AuroraCall, Exception)"/>
    public static AuroraApiException? ErrorOf(Func<AuroraErrorKind, string, Exception, AuroraApiException> error, Exception exception)
    {
        foreach (var (type, kind, what) in Rejections)
        {
            if (Is(exception.GetType(), type))
                return error(kind, $"{what}: {exception.Message}", kind == AuroraErrorKind.Timeout ? new TimeoutException(exception.Message, exception) : exception);
        }

        return null;
    }

    private static bool Is(Type? type, string name) => type is not null && (type.FullName == name || Is(type.BaseType, name));
}
