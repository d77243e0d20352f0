using Aurora.Spec.Documents;

namespace Aurora.Spec.Versions;

internal static class DocumentBumps
{
    /// <summary>Any other text is a patch.</summary>
    public static VersionBump ByText(SpecDocument released, SpecDocument current) => released.Text == current.Text ? VersionBump.None : VersionBump.Patch;
}
