namespace Aurora.Client;

public partial class AuroraClient
{
    // CUSTOM: the document does not describe everything that the API can do.
    /// <summary>
    /// Sends a request to the API that the document does not describe, and returns the whole response. The keys, retries, timeouts, errors and
    /// telemetry are those of every call: only GET, HEAD and OPTIONS requests are repeated after a failure, unless
    /// <see cref="AuroraClientOptions.RetryUnsafeRequests"/> is set or the API certainly did not process the request.
    /// </summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">
    /// The path, such as <c>/api/aurora/</c>, with or without a query. The path of <see cref="AuroraClientOptions.BaseAddress"/> is put in front
    /// of it. An absolute address is allowed if it has the scheme, host and port of <see cref="AuroraClientOptions.BaseAddress"/>, and is sent as it is.
    /// </param>
    /// <param name="query">The parameters of the query, which are escaped and follow those of <paramref name="path"/>; null for none.</param>
    /// <param name="json">The body, which must be valid JSON; null for no body. It is sent as it is.</param>
    /// <param name="headers">
    /// Additional headers, or null. <c>Accept</c> and <c>Content-Type</c> replace those of the client. The headers with the keys, and those that
    /// control the connection, are not allowed.
    /// </param>
    /// <param name="cancellationToken">Cancels the call, even while the response is arriving.</param>
    /// <returns>The response, which holds at most <see cref="AuroraClientOptions.MaxResponseBytes"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="method"/> or <paramref name="path"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="path"/> is empty or leads to another server, <paramref name="json"/> is not valid or the method is GET or HEAD, or a header
    /// is not valid or not allowed. No request is sent.
    /// </exception>
    /// <exception cref="AuroraApiException">
    /// The API returned an error or a redirect, or did not respond. <see cref="AuroraApiException.Operation"/> is the method of the request.
    /// </exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    /// <example>
    /// <code>
    /// var response = await aurora.SendAsync(HttpMethod.Post, "/api/aurora/", json: """{"image": "https://…", "audio": "https://…"}""");
    /// using var video = JsonDocument.Parse(response.OpenRead());
    /// </code>
    /// </example>
    public virtual Task<AuroraResponse> SendAsync(
        HttpMethod method,
        string path,
        IEnumerable<KeyValuePair<string, string>>? query = null,
        string? json = null,
        IEnumerable<KeyValuePair<string, string>>? headers = null,
        CancellationToken cancellationToken = default) =>
        Transport.SendWholeAsync(CustomRequest.Create(Transport.Options.BaseAddress, method, path, query, json, headers), cancellationToken);
}
