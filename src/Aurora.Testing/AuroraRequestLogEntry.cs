namespace Aurora.Testing;

/// <summary>One request that an <see cref="AuroraServer"/> received. It holds no header values and no key.</summary>
public sealed class AuroraRequestLogEntry
{
    internal AuroraRequestLogEntry()
    {
    }

    /// <summary>When the request line and headers had been read, by the clock of <see cref="AuroraServerOptions.TimeProvider"/>.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The HTTP method, such as <c>GET</c>.</summary>
    public required string Method { get; init; }

    /// <summary>The path without the query, percent-decoded, such as <c>/api/aurora/</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The query parameters, decoded, in the order of the request; a name may occur more than once.</summary>
    /// <remarks>Text that equals a key is replaced by <c>[key]</c>, here and in <see cref="Path"/>.</remarks>
    public required IReadOnlyList<KeyValuePair<string, string>> Query { get; init; }

    /// <summary>The names of the headers, without their values.</summary>
    public required IReadOnlyList<string> HeaderNames { get; init; }

    /// <summary>The names of the query parameters that the API does not know and therefore ignored.</summary>
    public required IReadOnlyList<string> UnknownQueryNames { get; init; }

    /// <summary>Whether the API serves nothing under this method and path.</summary>
    /// <seealso cref="AuroraServer.AssertNoUnexpectedRequests"/>
    public required bool IsUnexpected { get; init; }

    /// <summary>The value of the query parameter <paramref name="name"/>, the last one of several, or null if there is none.</summary>
    public string? QueryValue(string name) => Query.LastOrDefault(pair => pair.Key == name).Value;

    /// <summary>Method, path and query, such as <c>GET /api/aurora/?ordering=name</c>, decoded.</summary>
    public override string ToString() =>
        Query.Count == 0 ? $"{Method} {Path}" : $"{Method} {Path}?{string.Join('&', Query.Select(pair => $"{pair.Key}={pair.Value}"))}";
}
