namespace Aurora.Client.Tests.Reading.Differential;

/// <summary>What was made of a response, and how it ended: null where nothing was wrong.</summary>
/// <param name="Items">What was read.</param>
/// <param name="Drift">What was told, in its order.</param>
/// <param name="Error">What kind of exception it was.</param>
/// <param name="Position">Where the JSON is none, as the exception has it.</param>
internal sealed record Reading<T>(List<T> Items, List<SchemaDrift> Drift, AuroraErrorKind? Error = null, (long? Line, long? Byte) Position = default)
{
    public string? DifferenceFrom(Reading<T> expected) =>
        Difference.Between(expected.Items, Items, "items") ?? Difference.Between(expected.Drift, Drift, "drift")
        ?? Difference.Between(expected.Error, Error, "error") ?? Difference.Between(expected.Position, Position, "position");
}
