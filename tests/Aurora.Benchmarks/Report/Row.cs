namespace Aurora.Benchmarks.Report;

/// <summary>A row of the table.</summary>
/// <param name="What">The description of the measurement.</param>
/// <param name="Figures">The figures by the name of the peer.</param>
/// <param name="BestPeer">The name of the best peer, or an empty string.</param>
/// <param name="Verdicts">The result for each goal.</param>
internal sealed record Row(string What, IReadOnlyDictionary<string, string> Figures, string BestPeer, IReadOnlyList<Verdict> Verdicts)
{
    /// <summary>Creates a row without a best peer.</summary>
    public static Row Of(string what, IReadOnlyDictionary<string, double> figures, Func<double, string> format, Verdict verdict) =>
        new(what, figures.ToDictionary(figure => figure.Key, figure => format(figure.Value)), "", [verdict]);

    /// <summary>Returns whether every goal is met, or an empty string if there are no goals.</summary>
    public string Met => Verdicts.Select(verdict => verdict.IsMet).Aggregate((bool?)null, And) switch { null => "", true => "yes", false => "**no**" };

    private static bool? And(bool? left, bool? right) => left is false || right is false ? false : left ?? right;
}
