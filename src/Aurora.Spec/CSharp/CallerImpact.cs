namespace Aurora.Spec.CSharp;

/// <summary>What a change of the client requires of its callers. A larger value requires more.</summary>
internal enum CallerImpact
{
    /// <summary>Compiled callers keep working, and so does their code.</summary>
    Nothing,

    /// <summary>The code compiles unchanged, but compiled callers must be built again.</summary>
    Rebuild,

    /// <summary>The code may not compile, or may compile with warnings.</summary>
    ChangeCode,
}
