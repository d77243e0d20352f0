namespace Aurora.Spec.Checks;

/// <param name="Findings">What is not true; none when all is well.</param>
/// <param name="Note">What to say when all is well, or null.</param>
internal sealed record CheckResult(IReadOnlyList<Finding> Findings, string? Note = null)
{
    public static CheckResult Of(IEnumerable<Finding> findings) => new([.. findings]);
}

/// <param name="What">What is wrong.</param>
/// <param name="Mend">The command that mends it, or what to write where.</param>
internal sealed record Finding(string What, string Mend);
