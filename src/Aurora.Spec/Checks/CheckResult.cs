namespace Aurora.Spec.Checks;

/// <param name="Findings">What is not true; none when all is well.</param>
/// <param name="Note">What to say when all is well, or null.</param>
internal sealed record CheckResult(IReadOnlyList<CheckFinding> Findings, string? Note = null)
{
    public static CheckResult Of(IEnumerable<CheckFinding> findings) => new([.. findings]);
}

/// <param name="What">What is wrong.</param>
/// <param name="Mend">The command that mends it, or what to write where.</param>
internal sealed record CheckFinding(string What, string Mend);
