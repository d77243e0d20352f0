namespace Aurora.Spec.Reports;

/// <summary>How two documents differ.</summary>
/// <param name="Differences">The differences in requests and responses.</param>
/// <param name="Client">The differences of the generated clients, or null if they are not compared.</param>
internal sealed record DifferenceReport(IReadOnlyList<Difference> Differences, ClientDifference? Client)
{
    /// <summary>The version bump that all differences together require.</summary>
    public VersionBump Bump => new[] { WireBump(Differences), Client?.Bump ?? VersionBump.None }.Max();

    public bool IsBreaking => Differences.Any(difference => difference.IsBreaking) || Bump == VersionBump.Major;

    public static VersionBump WireBump(IReadOnlyList<Difference> differences) => differences.Select(difference => difference.Bump).DefaultIfEmpty().Max();
}

/// <summary>Summarizes a report in sentences.</summary>
internal static class DifferenceSummary
{
    public static string Of(IReadOnlyList<Difference> differences)
    {
        return differences.Count == 0
            ? "No differences."
            : $"{Count(differences.Count, "difference")}: {Of(Level.Err)} ERR, {Of(Level.Warn)} WARN, {Of(Level.Info)} INFO.";

        int Of(Level level) => differences.Count(difference => difference.Rule.Level == level);
    }

    public static string Of(ClientDifference client)
    {
        if (client.Impact is not { } impact)
            return "The clients cannot be compared completely.";
        return client.Changes.Count == 0
            ? "No public type or member differs."
            : $"{Count(client.Changes.Count, "public type or member", "public types and members")}: {Of(ChangeKind.Removed)} removed, {Of(ChangeKind.Changed)} changed, {Of(ChangeKind.Added)} added. Callers must {Words(impact)}.";

        int Of(ChangeKind kind) => client.Changes.Count(change => change.Kind == kind);
    }

    /// <summary>Returns a heading and the errors for each client that does not compile, safe for a terminal.</summary>
    public static IEnumerable<(string Heading, IEnumerable<string> Lines)> ErrorsOf(ClientDifference client) =>
        from side in new[] { (Name: "old", Errors: client.OldErrors), (Name: "new", Errors: client.CurrentErrors) }
        where side.Errors.Count > 0
        let lines = side.Errors.SelectMany(error => error.Split('\n')).Select(line => TerminalText.Sanitize(line.TrimEnd('\r')))
        select ($"The {side.Name} document has no client that compiles:", lines);

    public static string Of(VersionBump bump) => $"The package requires {(bump == VersionBump.None ? "no new version" : $"a new {bump.ToString().ToLowerInvariant()} version")}.";

    public static string Words(CallerImpact impact) => impact switch
    {
        CallerImpact.ChangeCode => "change code",
        CallerImpact.Rebuild => "rebuild",
        _ => "do nothing",
    };

    private static string Count(int count, string one, string? several = null) => count == 1 ? $"1 {one}" : $"{count} {several ?? one + "s"}";
}
