namespace Aurora.Reliability.Tests.Fuzzing;

/// <summary>What is fed with bodies, and what it has to make of them.</summary>
/// <param name="Name">As the command line has it.</param>
/// <param name="Fault">Says what is wrong, or null.</param>
internal sealed record FuzzTarget(string Name, Func<byte[], string?> Fault)
{
    public static IReadOnlyList<FuzzTarget> All { get; } = [new("reader", BodyPromises.Reader), new("stream", BodyPromises.Stream), new("error", BodyPromises.Error)];

    public static FuzzTarget Of(string name) => All.Single(target => target.Name == name);

    public override string ToString() => Name;
}
