namespace Aurora.Testing;

/// <summary>Describes a request that an <see cref="AuroraServer"/> received. It contains no header values and no keys.</summary>
public sealed class AuroraRequestLogEntry
{
    internal AuroraRequestLogEntry()
    {
    }

    /// <summary>Gets the time at which the request line and the headers had been read, by <see cref="AuroraServerOptions.TimeProvider"/>.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Gets the HTTP method, such as <c>GET</c>.</summary>
    public required string Method { get; init; }

    /// <summary>Gets the decoded path without the query, such as <c>/api/aurora/</c>.</summary>
    public required string Path { get; init; }

    /// <summary>Gets the decoded query parameters in the order of the request. A name can occur more than once.</summary>
    /// <remarks>Here and in <see cref="Path"/>, text that equals a key is replaced with <c>[key]</c>.</remarks>
    public required IReadOnlyList<KeyValuePair<string, string>> Query { get; init; }

    /// <summary>Gets the names of the headers. Their values are not logged.</summary>
    public required IReadOnlyList<string> HeaderNames { get; init; }

    /// <summary>Gets the names of the query parameters that the API does not know. The server ignores these parameters.</summary>
    public required IReadOnlyList<string> UnknownQueryParameters { get; init; }

    /// <summary>Gets a value that indicates whether the API has no operation with this method and path.</summary>
    /// <seealso cref="AuroraServer.AssertNoUnexpectedRequests"/>
    public required bool IsUnexpected { get; init; }

    /// <summary>
    /// Returns the value of the query parameter <paramref name="name"/>, or null if the request does not have it. If the parameter occurs
    /// more than once, the last value is returned.
    /// </summary>
    /// <param name="name">The name of the query parameter. The comparison is case-sensitive.</param>
    public string? GetQueryValue(string name) => Query.LastOrDefault(pair => pair.Key == name).Value;

    /// <summary>Returns the method, path and query, decoded, such as <c>GET /api/aurora/?ordering=name</c>.</summary>
    public override string ToString() =>
        Query.Count == 0 ? $"{Method} {Path}" : $"{Method} {Path}?{string.Join('&', Query.Select(pair => $"{pair.Key}={pair.Value}"))}";
}
