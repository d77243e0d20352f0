using Aurora.Spec.Documents;

namespace Aurora.Spec.Diffing;

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
