namespace Aurora.Benchmarks.Report;

/// <summary>One line of the table.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Figures">By the name of the peer.</param>
/// <param name="BestPeer">Its name, or empty.</param>
/// <param name="Verdicts">Against each goal.</param>
internal sealed record Row(string What, IReadOnlyDictionary<string, string> Figures, string BestPeer, IReadOnlyList<Verdict> Verdicts)
{
    /// <summary>One without a best peer.</summary>
    public static Row Of(string what, IReadOnlyDictionary<string, double> figures, Func<double, string> format, Verdict verdict) =>
        new(what, figures.ToDictionary(figure => figure.Key, figure => format(figure.Value)), "", [verdict]);

    /// <summary>Whether every goal is met; empty where there is none.</summary>
    public string Met => Verdicts.Select(verdict => verdict.IsMet).Aggregate((bool?)null, And) switch { null => "", true => "yes", false => "**no**" };

    private static bool? And(bool? left, bool? right) => left is false || right is false ? false : left ?? right;
}
