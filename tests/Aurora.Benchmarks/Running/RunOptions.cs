namespace Aurora.Benchmarks.Running;

/// <summary>The options of a run.</summary>
/// <param name="IsQuick">Whether to use fewer repetitions, which has more noise.</param>
/// <param name="Parts">The parts to run.</param>
internal sealed record RunOptions(bool IsQuick, IReadOnlyCollection<string> Parts)
{
    public const string Reading = "reading";
    public const string Writing = "writing";
    public const string Calls = "calls";
    public const string Cold = "cold";
    public const string Streams = "streams";
    public const string Many = "many";
    public const string Tool = "tool";

    public static IReadOnlyList<string> AllParts { get; } = [Reading, Writing, Calls, Cold, Streams, Many, Tool];

    /// <summary>The number of rounds. Each round measures all peers in turn.</summary>
    public int Rounds => IsQuick ? 3 : 9;
}
