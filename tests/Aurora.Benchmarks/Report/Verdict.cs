namespace Aurora.Benchmarks.Report;

/// <summary>A figure beside its goal.</summary>
/// <param name="Text">The figure and the goal, for a person.</param>
/// <param name="IsMet">Null where there is no goal.</param>
internal sealed record Verdict(string Text, bool? IsMet)
{
    /// <summary>How our figures are to somebody else's, round by round: both sides of one ratio saw the machine in the same state.</summary>
    public static Verdict OfRatios(IReadOnlyList<double> ours, IReadOnlyList<double> theirs, string peer, double? most)
    {
        var ratios = ours.Zip(theirs, (our, their) => our / their).ToList();
        var ratio = Median.Of(ratios);
        var spread = ratios.Count > 1 ? $" ({Figures.Ratio(ratios.Min())}–{Figures.Ratio(ratios.Max())})" : "";
        var goal = most is null ? "" : $"; goal ≤ {Figures.Ratio(most.Value)}";
        return new Verdict($"{Figures.Ratio(ratio)}{spread} of {peer}{goal}", most is null ? null : ratio <= most);
    }
}
