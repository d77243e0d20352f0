namespace Aurora.Client.Tests.Reading.Differential;

/// <summary>What was made of a response, and how it ended: null where nothing was wrong.</summary>
internal sealed record Reading<T>(List<T> Items, List<SchemaDrift> Drift, AuroraErrorKind? Error = null)
{
    public string? DifferenceFrom(Reading<T> expected) =>
        Difference.Between(expected.Items, Items, "items") ?? Difference.Between(expected.Drift, Drift, "drift") ?? Difference.Between(expected.Error, Error, "error");
}
