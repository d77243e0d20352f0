using Aurora.Client;

namespace Aurora.TestKit.Differential;

/// <summary>The result of reading a response.</summary>
/// <param name="Items">The items.</param>
/// <param name="Drift">The reported deviations, in order.</param>
/// <param name="Error">The kind of exception, or null for a success.</param>
/// <param name="Position">The position of invalid JSON in the exception.</param>
internal sealed record Reading<T>(List<T> Items, List<SchemaDrift> Drift, AuroraErrorKind? Error = null, (long? Line, long? Byte) Position = default)
{
    public string? DifferenceFrom(Reading<T> expected) =>
        Difference.Between(expected.Items, Items, "items") ?? Difference.Between(expected.Drift, Drift, "drift")
        ?? Difference.Between(expected.Error, Error, "error") ?? Difference.Between(expected.Position, Position, "position");
}
