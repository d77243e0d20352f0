using Aurora.Spec.Processes;
using Aurora.Spec.Releases.Feeds;
using NuGet.Versioning;

namespace Aurora.Spec.Releases;

/// <summary>One release on its way: what it is of, what it works with, and what its steps have found.</summary>
internal sealed class Release(Repository repository, string workFolder, NuGetVersion version, IPackageFeed? feed, IProcessRunner processes, ReleaseLog log, PushReport report)
{
    public Repository Repository => repository;

    /// <summary>Where the commit is checked out and built: what an earlier build left in the working copy cannot get into a package.</summary>
    public string Source { get; } = Path.Combine(workFolder, "source");

    /// <summary>Where the packages are that were released last, as far as the feed has them.</summary>
    public string ReleasedFolder { get; } = Path.Combine(workFolder, "released");

    /// <summary>The version that those have which the new ones are compared with; null when they are not.</summary>
    public NuGetVersion? ReleasedVersion { get; set; }

    public NuGetVersion Version => version;

    /// <summary>Null in a dry run without one.</summary>
    public IPackageFeed? Feed => feed;

    public IProcessRunner Processes => processes;

    public ReleaseLog Log => log;

    public PushReport Report => report;

    /// <summary>The commit that is released, once it is known.</summary>
    public Commit? Commit { get; set; }

    /// <summary>The packages, once they are packed.</summary>
    public IReadOnlyList<PackedPackage> Packages { get; set; } = [];

    /// <summary>The packages, once they have been compared with the feed's.</summary>
    public IReadOnlyList<PlannedPush> Plan { get; set; } = [];
}
