namespace Aurora.Client;

/// <summary>What kind of fault an <see cref="AuroraApiException"/> tells of.</summary>
public enum AuroraErrorKind
{
    /// <summary>The API refused the keys (401).</summary>
    Authentication = 1,

    /// <summary>The keys are good, but may not do this (403).</summary>
    Permission = 2,

    /// <summary>There is nothing at the address (404, 410).</summary>
    NotFound = 3,

    /// <summary>The API refused the request (another 4xx).</summary>
    InvalidRequest = 4,

    /// <summary>There were too many requests (429).</summary>
    RateLimit = 5,

    /// <summary>
    /// The API failed (5xx), or fails so often that it is left alone for a moment: when half of a hundred or more requests within 30 seconds
    /// have failed, the client sends none for 5 seconds, and calls end with this at once.
    /// </summary>
    Server = 6,

    /// <summary>The connection could not be made, or broke, or what came over it was no HTTP: wrong chunks or compression, endless headers.</summary>
    Network = 7,

    /// <summary>The call, an attempt or a pause in the body took longer than the options allow, or the API said so (408).</summary>
    Timeout = 8,

    /// <summary>What came is not what the document promises: not JSON, of another shape, too large, nested deeper than 64, or a redirect.</summary>
    UnreadableResponse = 9,
}
