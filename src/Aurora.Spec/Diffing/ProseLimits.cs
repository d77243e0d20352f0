using System.Globalization;
using System.Text.RegularExpressions;

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
