using Aurora.Spec.Diffing;
using Aurora.Spec.Documents;
using Aurora.Spec.Reports;

namespace Aurora.Spec.Versions;

/// <summary>What a change of the document asks of the version.</summary>
internal static class DocumentBump
{
    /// <summary>What the differences ask for; a text that says the same in other words is a patch.</summary>
    public static VersionBump Between(SpecDocument released, SpecDocument current)
    {
        if (released.Text == current.Text)
            return VersionBump.None;
        var differences = DocumentDiff.Compare(released, current, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime));
        return differences.Count == 0 ? VersionBump.Patch : DifferenceReport.WireBump(differences);
    }
}
