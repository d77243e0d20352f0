namespace Aurora.Client;

/// <summary>Carries a drift out of the readers, to where it becomes an <see cref="AuroraApiException"/>.</summary>
#pragma warning disable CA1032, CA1064 // It never leaves the client, and without its drift it has nothing to say.
internal sealed class SchemaDriftException(SchemaDrift drift) : Exception(drift.ToString())
#pragma warning restore CA1032, CA1064
{
    public SchemaDrift Drift { get; } = drift;
}
