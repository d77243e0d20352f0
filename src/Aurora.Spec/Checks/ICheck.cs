namespace Aurora.Spec.Checks;

/// <summary>Checks one property of the committed files.</summary>
internal interface ICheck
{
    /// <summary>The name in the report, one or two words.</summary>
    string Name { get; }

    /// <exception cref="SpecException">The check could not run. The message says why, and what to do.</exception>
    Task<CheckResult> RunAsync(Repository repository, CancellationToken cancellationToken);
}

/// <param name="Findings">The problems; empty if the check passed.</param>
/// <param name="Note">A note to print if the check passed, or null.</param>
internal sealed record CheckResult(IReadOnlyList<CheckFinding> Findings, string? Note = null)
{
    public static CheckResult Of(IEnumerable<CheckFinding> findings) => new([.. findings]);
}

/// <param name="Fix">The command that fixes it, or what to write where.</param>
internal sealed record CheckFinding(string What, string Fix);
