namespace Aurora.Cli.Mocks;

/// <summary>A request that a mock has answered.</summary>
/// <param name="At">When it came.</param>
/// <param name="Method">Such as <c>GET</c>.</param>
/// <param name="Target">Its path and query, decoded and without keys.</param>
/// <param name="Status">What was sent; null when a fault sent none.</param>
/// <param name="Fault">The fault that it met, or null.</param>
/// <param name="IsUnexpected">Whether the API serves no such request.</param>
/// <param name="Elapsed">To the end of the answer.</param>
internal sealed record MockRequest(DateTimeOffset At, string Method, string Target, int? Status, string? Fault, bool IsUnexpected, TimeSpan Elapsed)
{
    private const string Unexpected = "unexpected";

    /// <summary>What there is to say beyond the status, or null.</summary>
    public string? Remark => !IsUnexpected ? Fault : Fault is null ? Unexpected : $"{Unexpected}, {Fault}";
}
