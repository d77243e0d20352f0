namespace Aurora.Packaging.Tests.Inspection;

/// <summary>One thing that has to be true of a package before it leaves the house.</summary>
internal interface IPackageRule
{
    /// <summary>What is wrong, in words for a maintainer; none when all is well.</summary>
    IEnumerable<string> Findings(InspectedPackage package);
}
