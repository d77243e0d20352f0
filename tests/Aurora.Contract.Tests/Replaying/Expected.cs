using Aurora.Client;

namespace Aurora.Contract.Tests.Replaying;

/// <summary>The expected result of reading one value.</summary>
/// <param name="Value">The value, or null if the property keeps its initial value.</param>
/// <param name="Drift">The kind of drift, or null if the value is valid against the document.</param>
internal sealed record Expected(object? Value, SchemaDriftKind? Drift = null)
{
    public static Expected Nothing(SchemaDriftKind drift) => new(null, drift);
}
