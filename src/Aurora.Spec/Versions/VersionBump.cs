namespace Aurora.Spec.Versions;

/// <summary>What a change asks of the version that carries it. A larger value asks for more.</summary>
internal enum VersionBump
{
    None,
    Patch,
    Minor,
    Major,
}
