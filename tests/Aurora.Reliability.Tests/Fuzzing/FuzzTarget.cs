namespace Aurora.Reliability.Tests.Fuzzing;

/// <summary>A fuzzing target.</summary>
/// <param name="Name">The name on the command line.</param>
/// <param name="Check">Describes the error for a body, or returns null.</param>
internal sealed record FuzzTarget(string Name, Func<byte[], string?> Check)
{
    public static IReadOnlyList<FuzzTarget> All { get; } =
        [new("reader", BodyChecks.Reader), new("stream", BodyChecks.Stream), new("error", BodyChecks.Error)];

    public static FuzzTarget Find(string name) => All.Single(target => target.Name == name);

    public override string ToString() => Name;
}
