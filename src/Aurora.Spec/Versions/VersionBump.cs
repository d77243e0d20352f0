namespace Aurora.Spec.Versions;

/// <summary>The part of the version that a change requires to be raised, from the lowest to the highest.</summary>
internal enum VersionBump
{
    None,
    Patch,
    Minor,
    Major,
}
