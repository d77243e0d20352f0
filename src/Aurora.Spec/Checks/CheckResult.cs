namespace Aurora.Spec.Checks;

/// <param name="Findings">The problems; empty if the check passed.</param>
/// <param name="Note">A note to print if the check passed, or null.</param>
internal sealed record CheckResult(IReadOnlyList<CheckFinding> Findings, string? Note = null)
{
    public static CheckResult Of(IEnumerable<CheckFinding> findings) => new([.. findings]);
}

/// <param name="What">What is wrong.</param>
/// <param name="Mend">The command that fixes it, or what to write where.</param>
internal sealed record CheckFinding(string What, string Mend);
