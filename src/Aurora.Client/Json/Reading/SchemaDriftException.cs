namespace Aurora.Client;

/// <summary>Carries a deviation from the readers to the code that creates the <see cref="AuroraApiException"/>.</summary>
#pragma warning disable CA1032, CA1064 // The client never throws it to a caller, and it requires a deviation.
internal sealed class SchemaDriftException(SchemaDrift drift) : Exception(drift.ToString())
#pragma warning restore CA1032, CA1064
{
    public SchemaDrift Drift { get; } = drift;
}
