namespace Aurora.Testing;

/// <summary>Requests as the lines of an exception's message.</summary>
internal static class RequestLines
{
    /// <param name="headline">What comes first.</param>
    /// <param name="requests">The requests, oldest first.</param>
    /// <param name="total">How many there were in all, which can be more.</param>
    public static string Describe(string headline, IReadOnlyList<AuroraRequestLogEntry> requests, int total)
    {
        ArgumentNullException.ThrowIfNull(requests);
        var lines = requests.Select(request => $"  {request}");
        var rest = total > requests.Count ? [$"  and {total - requests.Count} more"] : Array.Empty<string>();
        return string.Join(Environment.NewLine, [headline, .. lines, .. rest]);
    }
}
