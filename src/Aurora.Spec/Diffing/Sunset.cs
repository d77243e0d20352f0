using System.Globalization;
using Aurora.Spec.Documents;

namespace Aurora.Spec.Diffing;

/// <summary>Reads <c>deprecated</c> and the date in <c>x-sunset</c>, after which something can be removed.</summary>
internal static class Sunset
{
    public const string Key = "x-sunset";

    /// <summary>Parses a date, or a date with a time as in RFC 3339.</summary>
    public static bool TryParse(string text, out DateOnly day)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
            return true;
        // "2026" alone or a time of day is not a date, although .NET parses it as one.
        if (text.Length <= "yyyy-MM-ddT".Length || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
            return false;
        day = DateOnly.FromDateTime(time.UtcDateTime);
        return true;
    }

    public static bool IsDeprecated(SpecNode? flag) => flag is { Kind: SpecNodeKind.Boolean, Text: "true" };

    /// <summary>Returns how a removal was announced: the last part of the rule's name.</summary>
    public static string RemovalOf(SpecNode node, DateOnly today)
    {
        if (!IsDeprecated(node["deprecated"]))
            return "without-deprecation";
        return node[Key] is { } sunset && (!TryParse(sunset.Text, out var day) || today < day) ? "before-sunset" : "with-deprecation";
    }
}
