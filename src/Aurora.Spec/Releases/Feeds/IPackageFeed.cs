using NuGet.Versioning;

namespace Aurora.Spec.Releases.Feeds;

/// <summary>Where packages are pushed to.</summary>
internal interface IPackageFeed
{
    /// <summary>For messages.</summary>
    string Name { get; }

    /// <summary>Which of these packages have that version on the feed, whatever is in it.</summary>
    /// <exception cref="SpecException">The feed cannot be reached, or cannot be pushed to.</exception>
    Task<IReadOnlyList<string>> FindAsync(IEnumerable<string> ids, NuGetVersion version, CancellationToken cancellationToken);

    /// <summary>Writes the feed's package.</summary>
    /// <returns>False when the feed has no such package, and then nothing is written.</returns>
    /// <exception cref="SpecException">The feed cannot be reached.</exception>
    Task<bool> CopyAsync(string id, NuGetVersion version, Stream content, CancellationToken cancellationToken);

    /// <summary>Compares the feed's package with this one. That a feed has signed it makes no difference.</summary>
    /// <exception cref="SpecException">The feed cannot be reached.</exception>
    Task<FeedContent> CompareAsync(PackedPackage package, CancellationToken cancellationToken);

    /// <summary>Pushes every package that is not there yet, in their order, each with its symbols.</summary>
    /// <param name="plan">Every package of the release.</param>
    /// <param name="report">Is told of each package as it arrives.</param>
    /// <param name="cancellationToken">Ends the push, where it is.</param>
    /// <exception cref="SpecException">Nothing could be written.</exception>
    /// <exception cref="ReleaseException">Some may have been pushed: the report knows which.</exception>
    Task PushAsync(IReadOnlyList<PlannedPush> plan, PushReport report, CancellationToken cancellationToken);
}
