namespace Aurora.Spec.Releases.Steps;

/// <summary>One step of a release.</summary>
internal interface IReleaseStep
{
    /// <summary>What it does, told before it begins.</summary>
    string Title { get; }

    /// <exception cref="SpecException">It refuses the release, and nothing has been pushed.</exception>
    /// <exception cref="ReleaseException">It failed.</exception>
    Task RunAsync(Release release, CancellationToken cancellationToken);
}
