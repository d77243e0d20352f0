namespace Aurora.Packaging.Tests.Inspection;

/// <summary>A rule that a package must meet before it is published.</summary>
internal interface IPackageRule
{
    /// <summary>Returns the violations of the rule.</summary>
    IEnumerable<string> Findings(InspectedPackage package);
}
