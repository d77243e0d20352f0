namespace Aurora.Spec.Checks;

/// <summary>Checks one property of the committed files.</summary>
internal interface ICheck
{
    /// <summary>The name in the report, one or two words.</summary>
    string Name { get; }

    /// <exception cref="SpecException">The check could not run. The message says why, and what to do.</exception>
    Task<CheckResult> RunAsync(Repository repository, CancellationToken cancellationToken);
}
