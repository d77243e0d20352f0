namespace Aurora.Spec.Checks;

/// <summary>One thing that has to be true of what is committed.</summary>
internal interface ICheck
{
    /// <summary>What is checked, in a word or two.</summary>
    string Name { get; }

    /// <exception cref="SpecException">It could not be found out; the message says why, and what to do.</exception>
    Task<CheckResult> RunAsync(Repository repository, CancellationToken cancellationToken);
}
