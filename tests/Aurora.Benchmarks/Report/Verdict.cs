namespace Aurora.Benchmarks.Report;

/// <summary>The result of a comparison with a goal.</summary>
/// <param name="Text">The figure and the goal as text.</param>
/// <param name="IsMet">Whether the goal is met, or null if there is no goal.</param>
internal sealed record Verdict(string Text, bool? IsMet)
{
    /// <summary>Compares the figures of the client with those of a peer. Each ratio is computed within a round, when the machine was in the same state.</summary>
    public static Verdict OfRatios(IReadOnlyList<double> ours, IReadOnlyList<double> theirs, string peer, double? most)
    {
        var ratios = ours.Zip(theirs, (our, their) => our / their).ToList();
        var ratio = Median.Of(ratios);
        var spread = ratios.Count > 1 ? $" ({Figures.Ratio(ratios.Min())}–{Figures.Ratio(ratios.Max())})" : "";
        var goal = most is null ? "" : $"; goal ≤ {Figures.Ratio(most.Value)}";
        return new Verdict($"{Figures.Ratio(ratio)}{spread} of {peer}{goal}", most is null ? null : ratio <= most);
    }
}
