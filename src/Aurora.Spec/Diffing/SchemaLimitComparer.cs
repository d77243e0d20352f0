using System.Globalization;
using Aurora.Spec.CSharp;
using Aurora.Spec.Documents;

namespace Aurora.Spec.Diffing;

/// <summary>Limits of length, size and number, and patterns. The client enforces none of them, so C# stays as it is.</summary>
internal sealed class SchemaLimitComparer(DiffContext context)
{
    public void Compare(Schema old, Schema current, SchemaPlace place)
    {
        Compare("max-length", "maxLength", old, current, place);
        Compare("min-length", "minLength", old, current, place, absent: 0);
        Compare("max-items", "maxItems", old, current, place);
        Compare("min-items", "minItems", old, current, place);
        Compare("max", "maximum", old, current, place, "exclusiveMaximum", exclusiveStep: -1);
        Compare("min", "minimum", old, current, place, "exclusiveMinimum", exclusiveStep: 1);
        ComparePattern(old, current, place);
    }

    private void Compare(
        string name, string key, Schema old, Schema current, SchemaPlace place, string? exclusiveKey = null, int exclusiveStep = 0, double? absent = null)
    {
        var was = Bound(old, key, exclusiveKey, exclusiveStep) ?? (absent is { } zero ? (zero, 0) : null);
        var now = Bound(current, key, exclusiveKey, exclusiveStep) ?? (absent is { } none ? (none, 0) : null);
        if (was == now)
            return;
        var what = (was, now) switch
        {
            (null, _) => "set",
            (_, null) => "unset",
            var (before, after) => after.Value.CompareTo(before.Value) > 0 ? "increased" : "decreased",
        };
        var keyThatDiffers = SpecNode.SameValue(old[key], current[key]) && exclusiveKey is not null ? exclusiveKey : key;
        context.Report(
            place.Rule($"{name}-{what}"), old[keyThatDiffers], current[keyThatDiffers], Text(was), Text(now), place.Where, CSharpEffect.None);
        context.Cover(old[key], current[key]);
        if (exclusiveKey is not null)
            context.Cover(old[exclusiveKey], current[exclusiveKey]);
    }

    private void ComparePattern(Schema old, Schema current, SchemaPlace place)
    {
        var was = old["pattern"];
        var now = current["pattern"];
        if (was?.Text == now?.Text)
            return;
        context.Report(place.Rule(was is null ? "pattern-added" : now is null ? "pattern-removed" : "pattern-changed"), was, now, place.Where, CSharpEffect.None);
    }

    // A bound that is itself excluded lies a shade inside one that is not.
    private static (double Value, int Shade)? Bound(Schema schema, string key, string? exclusiveKey, int exclusiveStep) =>
        schema[key] is { } node && SpecNumber.TryParse(node.Text, out var value)
            ? (value, exclusiveKey is not null && schema.Is(exclusiveKey) ? exclusiveStep : 0)
            : null;

    private static string Text((double Value, int Shade)? bound) => bound switch
    {
        null => "none",
        (var value, 0) => value.ToString(CultureInfo.InvariantCulture),
        var (value, shade) => $"{(shade < 0 ? "below" : "above")} {value.ToString(CultureInfo.InvariantCulture)}",
    };
}
