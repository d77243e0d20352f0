using Aurora.Client;

namespace Aurora.Contract.Tests.Replaying;

/// <summary>What has to become of one value that was sent.</summary>
/// <param name="Value">What is read; null where the property stays as it is in a new object.</param>
/// <param name="Drift">In what it departs from the document; null where it does not.</param>
internal sealed record Expected(object? Value, SchemaDriftKind? Drift = null)
{
    public static Expected Nothing(SchemaDriftKind drift) => new(null, drift);
}
