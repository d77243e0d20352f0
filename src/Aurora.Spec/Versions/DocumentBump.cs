using Aurora.Spec.Documents;

namespace Aurora.Spec.Versions;

/// <summary>What a change of the document asks of the version.</summary>
/// <param name="released">The document of the last release.</param>
/// <param name="current">The committed one.</param>
internal delegate VersionBump DocumentBump(SpecDocument released, SpecDocument current);
