namespace Aurora.Spec.Diffing;

/// <summary>Compares <c>deprecated</c> and <c>x-sunset</c> of an operation, a parameter, or a property.</summary>
internal sealed class DeprecationComparer(DiffContext context, DeprecationRules rules)
{
    public void Compare(SpecNode old, SpecNode current, string where) => Compare(key => old[key], key => current[key], where);

    public void Compare(Func<string, SpecNode?> old, Func<string, SpecNode?> current, string where)
    {
        var (was, now) = (old("deprecated"), current("deprecated"));
        var (wasSunset, sunset) = (old(Sunset.Key), current(Sunset.Key));
        var (wasDeprecated, isDeprecated) = (Sunset.IsDeprecated(was), Sunset.IsDeprecated(now));
        if (isDeprecated && sunset is not null && !SpecNode.SameValue(wasSunset, sunset) && !Sunset.TryParse(sunset.Text, out _))
            context.Report(rules.SunsetInvalid, wasSunset, sunset, where);
        else if (wasDeprecated && isDeprecated && wasSunset is not null)
            CompareSunset(wasSunset, sunset, where);

        if (wasDeprecated == isDeprecated)
            return;
        var rule = !isDeprecated ? rules.Reactivated : sunset is null ? rules.Deprecated : rules.DeprecatedWithSunset;
        context.Report(rule, was, now, where);
    }

    private void CompareSunset(SpecNode was, SpecNode? now, string where)
    {
        if (now is null)
            context.Report(rules.SunsetDeleted, was, now, where);
        else if (Sunset.TryParse(was.Text, out var before) && Sunset.TryParse(now.Text, out var after) && after < before)
            context.Report(rules.SunsetMovedForward, was, now, where);
    }
}

/// <summary>The rules for a deprecation; null where there is no rule.</summary>
internal sealed record DeprecationRules(
    string Deprecated, string DeprecatedWithSunset, string Reactivated, string? SunsetDeleted, string? SunsetMovedForward, string SunsetInvalid);

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
