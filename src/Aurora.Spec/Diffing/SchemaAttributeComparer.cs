using Aurora.Spec.CSharp;
using Aurora.Spec.Documents;
using Aurora.Spec.Versions;

namespace Aurora.Spec.Diffing;

/// <summary>What is said about a value rather than of it: its default, who writes it, whether it will go.</summary>
internal sealed class SchemaAttributeComparer(DiffContext context)
{
    public void Compare(Schema old, Schema current, SchemaPlace place)
    {
        CompareDefault(old, current, place);
        if (!place.IsProperty)
            return;
        CompareAccess("readOnly", "read-only", old, current, place);
        CompareAccess("writeOnly", "write-only", old, current, place);
        CompareDeprecation(old, current, place);
    }

    private void CompareDefault(Schema old, Schema current, SchemaPlace place)
    {
        var was = old["default"];
        var now = current["default"];
        if (SpecNode.SameValue(was, now))
            return;
        var effect = place.TypeEffect(context.Old, old, context.Current, current);
        if (effect == CSharpEffect.None && place is { IsProperty: true, Subject: { } subject })
            effect = new CSharpEffect(VersionBump.Minor, $"{subject} of a new object holds {Value(now)}, no longer {Value(was)}");
        context.Report(place.Rule($"default-value-{(was is null ? "added" : now is null ? "removed" : "changed")}"), was, now, place.Where, effect);

        static string Value(SpecNode? value) => value is null ? "nothing" : $"`{NodeText.Of(value)}`";
    }

    private void CompareAccess(string key, string word, Schema old, Schema current, SchemaPlace place)
    {
        if (old.Is(key) == current.Is(key))
        {
            context.Cover(old[key], current[key]);
            return;
        }

        var direction = place.IsRequest ? "request" : "response";
        var requirement = place.IsRequired ? "required" : "optional";
        var effect = place.Subject is { } subject && key == "readOnly"
            ? CSharpEffect.Touches($"{subject} is {(current.Is(key) ? "no longer" : "now")} sent in request bodies")
            : CSharpEffect.None;
        context.Report($"{direction}-{requirement}-property-became-{(current.Is(key) ? "" : "not-")}{word}", old[key], current[key], place.Where, effect);
    }

    private void CompareDeprecation(Schema old, Schema current, SchemaPlace place)
    {
        if (old.Is("deprecated") == current.Is("deprecated"))
            return;
        var effect = place.Subject is null ? CSharpEffect.None
            : current.Is("deprecated") ? CSharpEffect.Adds($"{place.Subject} is marked obsolete")
            : CSharpEffect.Touches($"{place.Subject} is no longer marked obsolete");
        context.Report(
            $"{(place.IsRequest ? "request" : "response")}-property-{(current.Is("deprecated") ? "deprecated" : "reactivated")}",
            old["deprecated"], current["deprecated"], place.Where, effect);
    }
}
