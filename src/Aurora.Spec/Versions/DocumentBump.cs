using Aurora.Spec.Diffing;
using Aurora.Spec.Documents;
using Aurora.Spec.Reports;

namespace Aurora.Spec.Versions;

/// <summary>Decides which version bump a change of the document requires.</summary>
internal static class DocumentBump
{
    /// <summary>Returns the bump that the differences require. A change of the text without a difference requires a patch.</summary>
    public static VersionBump Between(SpecDocument released, SpecDocument current)
    {
        if (released.Text == current.Text)
            return VersionBump.None;
        var differences = DocumentDiff.Compare(released, current, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime));
        return differences.Count == 0 ? VersionBump.Patch : DifferenceReport.WireBump(differences);
    }
}
