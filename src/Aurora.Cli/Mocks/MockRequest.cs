namespace Aurora.Cli.Mocks;

/// <summary>A request that the mock server answered.</summary>
/// <param name="At">When the request arrived.</param>
/// <param name="Method">The method, such as <c>GET</c>.</param>
/// <param name="Target">The path and the query, decoded and without keys.</param>
/// <param name="Status">The status code, or null if a fault prevented a response.</param>
/// <param name="Fault">The injected fault, or null.</param>
/// <param name="IsUnexpected">Whether the API does not support the request.</param>
/// <param name="Elapsed">The time until the response was complete.</param>
internal sealed record MockRequest(
    DateTimeOffset At, string Method, string Target, int? Status, string? Fault, bool IsUnexpected, TimeSpan Elapsed)
{
    private const string Unexpected = "unexpected";

    /// <summary>The fault, <c>unexpected</c>, both, or null.</summary>
    public string? Remark => !IsUnexpected ? Fault : Fault is null ? Unexpected : $"{Unexpected}, {Fault}";
}
