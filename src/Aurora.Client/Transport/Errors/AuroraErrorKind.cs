namespace Aurora.Client;

/// <summary>The kind of error that an <see cref="AuroraApiException"/> describes.</summary>
public enum AuroraErrorKind
{
    /// <summary>The API did not accept the keys (401).</summary>
    Authentication = 1,

    /// <summary>The keys are valid but do not have the permission (403).</summary>
    Permission = 2,

    /// <summary>The API did not find the resource (404, 410).</summary>
    NotFound = 3,

    /// <summary>The API did not accept the request (any other 4xx).</summary>
    InvalidRequest = 4,

    /// <summary>The API received too many requests (429).</summary>
    RateLimit = 5,

    /// <summary>
    /// The API failed (5xx), or the circuit breaker is open: if half of at least 100 requests within 30 seconds fail, the client sends
    /// no requests for 5 seconds, and calls fail immediately.
    /// </summary>
    Server = 6,

    /// <summary>The connection could not be established or was lost, or the response violates HTTP, such as invalid chunks, invalid compression or endless headers.</summary>
    Network = 7,

    /// <summary>The call, an attempt, a pause in the response or a watch took longer than its limit, or the API returned 408.</summary>
    Timeout = 8,

    /// <summary>The response is not what the API's document describes: it is not JSON, has another shape, is too large, is nested deeper than 64 levels, or is a redirect.</summary>
    UnreadableResponse = 9,
}
