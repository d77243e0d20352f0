namespace Aurora.Spec.Diffing;

/// <summary>Finds limits in a description.</summary>
internal static partial class ProseLimits
{
    /// <returns>The limits by the thing that they limit, and the text without them.</returns>
    public static (IReadOnlyDictionary<string, ProseLimit> Limits, string Others) Find(string text)
    {
        var limits = new Dictionary<string, ProseLimit>(StringComparer.Ordinal);
        var rest = Formats().Replace(Range().Replace(Amount().Replace(text, TakeAmount), TakeRange), TakeFormats);
        return (limits, rest);

        string TakeAmount(Match match)
        {
            var number = double.Parse(match.Groups["number"].Value.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
            var (kind, factor) = UnitOf(match.Groups["unit"].Value);
            // "Expires in 24 hours" and "5 minutes max" are different kinds of limits.
            var prefix = match.Groups["word"].Value.StartsWith("expire", StringComparison.OrdinalIgnoreCase) ? "expiry in " : "";
            return limits.TryAdd(prefix + kind, new ProseLimit(match.Value, number * factor, "")) ? "…" : match.Value;
        }

        string TakeRange(Match match) => limits.TryAdd("range", new ProseLimit(match.Value, 0, match.Value)) ? "…" : match.Value;

        string TakeFormats(Match match) => limits.TryAdd("formats", new ProseLimit(match.Value, 0, match.Value)) ? "…" : match.Value;
    }

    // Minutes and seconds limit the same thing.
    private static (string Kind, double Factor) UnitOf(string unit) => unit.ToLowerInvariant() switch
    {
        "second" or "seconds" or "sec" or "secs" => ("time", 1),
        "minute" or "minutes" or "min" or "mins" => ("time", 60),
        "hour" or "hours" => ("time", 3600),
        "day" or "days" => ("time", 86400),
        "kb" => ("size", 1e3),
        "mb" => ("size", 1e6),
        "gb" => ("size", 1e9),
        "entry" or "items" or "item" or "ids" or "values" => ("entries", 1),
        var other => (other, 1),
    };

    [GeneratedRegex(
        @"\b(?<word>max(?:imum)?(?:\s+of)?|up\s+to|at\s+most|no\s+more\s+than|limit(?:ed)?\s+(?:to|of)|expires?\s+(?:in|after))\s+(?<number>[0-9][0-9,]*(?:\.[0-9]+)?)\s*(?<unit>[A-Za-z]+)"
        + @"|\b(?<number>[0-9][0-9,]*(?:\.[0-9]+)?)\s*(?<unit>[A-Za-z]+)\s+(?<word>max(?:imum)?|at\s+most|or\s+less)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Amount();

    [GeneratedRegex(@"\(\s*-?[0-9.]+\s*(?:to|-|–)\s*-?[0-9.]+\s*\)")]
    private static partial Regex Range();

    [GeneratedRegex(@"(?:'[a-z0-9]+'(?:\s*,\s*|\s+and\s+|\s*,\s*and\s+|\s+or\s+)?)+\s*formats?\s+only", RegexOptions.IgnoreCase)]
    private static partial Regex Formats();
}

/// <param name="Amount">The amount in the smallest unit of its kind, so that 60 seconds equal one minute.</param>
/// <param name="Other">A limit that is not an amount, such as a range or a list of formats; otherwise empty.</param>
internal sealed record ProseLimit(string Text, double Amount, string Other);

/// <summary>Compares limits that a description states: "Maximum 100 entries", "5 minutes max", "(0.0 to 10.0)".</summary>
internal static class ProseLimitComparer
{
    /// <returns>Whether the texts differ in more than their limits.</returns>
    public static bool Compare(DiffContext context, SpecNode? old, SpecNode? current, string where)
    {
        var (was, oldRest) = ProseLimits.Find(old?.Text ?? "");
        var (now, currentRest) = ProseLimits.Find(current?.Text ?? "");
        foreach (var kind in was.Keys.Union(now.Keys).ToList())
        {
            var before = was.GetValueOrDefault(kind);
            var after = now.GetValueOrDefault(kind);
            if (before?.Amount == after?.Amount && before?.Other == after?.Other)
                continue;
            var what = (before, after) switch
            {
                (null, _) => "set",
                (_, null) => "unset",
                _ when before.Other != after.Other => "changed",
                _ => after.Amount > before.Amount ? "increased" : "decreased",
            };
            context.ReportAt($"prose-limit-{what}", old, current, before?.Text ?? "none", after?.Text ?? "none", where);
        }

        return old is null || current is null || oldRest != currentRest;
    }
}
