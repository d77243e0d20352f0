using Aurora.Spec.CSharp;
using Aurora.Spec.Diffing;
using Aurora.Spec.Versions;

namespace Aurora.Spec.Reports;

/// <summary>How two documents differ.</summary>
/// <param name="Differences">The differences in requests and responses.</param>
/// <param name="Client">The differences of the generated clients, or null if they are not compared.</param>
internal sealed record DifferenceReport(IReadOnlyList<Difference> Differences, ClientDifference? Client)
{
    /// <summary>The version bump that all differences together require.</summary>
    public VersionBump Bump => new[] { WireBump(Differences), Client?.Bump ?? VersionBump.None }.Max();

    public bool IsBreaking => Differences.Any(difference => difference.IsBreaking) || Bump == VersionBump.Major;

    public static VersionBump WireBump(IReadOnlyList<Difference> differences) => differences.Select(difference => difference.Bump).DefaultIfEmpty().Max();
}
