using Aurora.Client;

namespace Aurora.Reliability.Tests.Faults;

/// <summary>Formats outcomes for the tables.</summary>
internal static class CellOutcome
{
    /// <summary>Returns the kind of the error, the status code if there is one, and <c>RetryAfter</c>.</summary>
    public static string Of(AuroraApiException exception)
    {
        var status = exception.StatusCode is { } code ? $" {(int)code}" : "";
        return $"{exception.Kind}{status}{(exception.RetryAfter is { } wait ? $" in {wait.TotalSeconds:0} s" : "")}";
    }

    /// <summary>Combines the outcomes of the attempts. Equal outcomes are written once.</summary>
    public static string Of(IReadOnlyList<string> attempts) => attempts.Distinct().Count() == 1 ? attempts[0] : string.Join(" / ", attempts);

    /// <summary>Splits a combined outcome.</summary>
    public static IReadOnlyList<string> Attempts(string outcome) =>
        outcome.Split(" / ") is { Length: > 1 } each ? each : [.. FaultMatrix.Attempts.Select(_ => outcome)];
}
