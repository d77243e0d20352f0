using Aurora.Client;

namespace Aurora.Reliability.Tests.Faults;

/// <summary>What comes of a fault, in the words of the tables.</summary>
internal static class CellOutcome
{
    /// <summary>The kind, the status where there was one, and how long the API asked to wait.</summary>
    public static string Of(AuroraApiException exception)
    {
        var status = exception.StatusCode is { } code ? $" {(int)code}" : "";
        return $"{exception.Kind}{status}{(exception.RetryAfter is { } wait ? $" in {wait.TotalSeconds:0} s" : "")}";
    }

    /// <summary>Once where the first, the second and the last attempt end alike.</summary>
    public static string Of(IReadOnlyList<string> attempts) => attempts.Distinct().Count() == 1 ? attempts[0] : string.Join(" / ", attempts);

    /// <summary>The other way round.</summary>
    public static IReadOnlyList<string> Attempts(string outcome) =>
        outcome.Split(" / ") is { Length: > 1 } each ? each : [.. FaultMatrix.Attempts.Select(_ => outcome)];
}
