namespace Aurora.Benchmarks.Running;

/// <summary>How thorough a run is.</summary>
/// <param name="IsQuick">For tuning: fewer repetitions, and so more noise.</param>
/// <param name="Parts">Which parts to run.</param>
internal sealed record RunOptions(bool IsQuick, IReadOnlyCollection<string> Parts)
{
    public const string Reading = "reading";
    public const string Writing = "writing";
    public const string Calls = "calls";
    public const string Streams = "streams";
    public const string Many = "many";
    public const string Tool = "tool";

    /// <summary>The parts of a run that says nothing of parts: the client's.</summary>
    public static IReadOnlyList<string> ClientParts { get; } = [Reading, Writing, Calls, Streams, Many];

    public static IReadOnlyList<string> AllParts { get; } = [.. ClientParts, Tool];

    /// <summary>How often everything is measured, all peers in turn each time.</summary>
    public int Rounds => IsQuick ? 3 : 11;
}
