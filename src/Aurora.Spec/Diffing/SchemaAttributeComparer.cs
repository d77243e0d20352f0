namespace Aurora.Spec.Diffing;

/// <summary>Compares the default, the access, and the deprecation of a value.</summary>
internal sealed class SchemaAttributeComparer(DiffContext context)
{
    public void Compare(Schema old, Schema current, SchemaPlace place)
    {
        CompareDefault(old, current, place);
        if (!place.IsProperty)
            return;
        CompareAccess("readOnly", "read-only", old, current, place);
        CompareAccess("writeOnly", "write-only", old, current, place);
        var property = place.IsRequest ? "request-property" : "response-property";
        new DeprecationComparer(context, new DeprecationRules(
            $"{property}-deprecated", $"{property}-deprecated-with-sunset", $"{property}-reactivated", null, null, $"{property}-deprecated-sunset-invalid"))
            .Compare(key => old[key], key => current[key], place.Where);
    }

    private void CompareDefault(Schema old, Schema current, SchemaPlace place)
    {
        var was = old["default"];
        var now = current["default"];
        if (SpecNode.SameValue(was, now))
            return;
        // A required parameter is always sent, so its default is never used.
        var rule = place.Prefix == "request-parameter" && (place.WasRequired || place.IsRequired)
            ? "document-changed"
            : place.Rule($"default-value-{(was is null ? "added" : now is null ? "removed" : "changed")}");
        context.Report(rule, was, now, place.Where);
    }

    private void CompareAccess(string key, string word, Schema old, Schema current, SchemaPlace place)
    {
        if (old.Is(key) == current.Is(key))
        {
            context.Cover(old[key], current[key]);
            return;
        }

        context.Report($"{(place.IsRequest ? "request" : "response")}-{DiffContext.Requirement(place.IsRequired)}-property-became-{(current.Is(key) ? "" : "not-")}{word}", old[key], current[key], place.Where);
    }
}
