namespace Aurora.Spec.Diffing;

/// <summary>Compares two schemas that are used in the same place, and everything in them.</summary>
internal sealed class SchemaComparer(DiffContext context)
{
    private readonly SchemaTypeComparer _types = new(context);
    private readonly SchemaEnumComparer _enums = new(context);
    private readonly SchemaLimitComparer _limits = new(context);
    private readonly SchemaAttributeComparer _attributes = new(context);

    public void Compare(SpecNode? oldSite, SpecNode? currentSite, SchemaPlace place)
    {
        var old = context.Old.SchemaOf(oldSite);
        var current = context.Current.SchemaOf(currentSite);
        if (old is not null && current is not null)
            Compare(old, current, place);
        else if (old is not null || current is not null)
            context.Report(place.Rule("schema-changed"), oldSite, currentSite, $"{old}", $"{current}", place.Where);
    }

    private void Compare(Schema old, Schema current, SchemaPlace place)
    {
        Locate(old, place);
        Locate(current, place);
        if (CompositionComparer.IsWrapped(old, current))
        {
            context.Report($"{(place.IsRequest ? "request" : "response")}-body-wrapped-in-one-of", old.Core, current.Core, place.Where);
            return;
        }

        if (!_types.Compare(old, current, place))
            return;
        var isOneSchema = CompareReference(old, current, place);
        _enums.Compare(old, current, place);
        if (!place.IsHeader)
        {
            _limits.Compare(old, current, place);
            _attributes.Compare(old, current, place);
        }

        if (!context.IsFirst(old.Core, current.Core, place.Role))
            return;
        new PropertiesComparer(context, this).Compare(old, current, place);
        CompareContents("items", old, current, place, place.Contents("[]"));
        CompareContents("additionalProperties", old, current, place, place.Contents("{}"));
        new CompositionComparer(context, this).Compare(old, current, place);
        if (!isOneSchema && old.Reference is null != current.Reference is null)
            context.Cover(old.Site, current.Site);
    }

    private void CompareContents(string key, Schema old, Schema current, SchemaPlace place, SchemaPlace contents)
    {
        var was = old[key];
        var now = current[key];
        if (was is { Kind: SpecNodeKind.Mapping, Children.Count: > 0 } && now is { Kind: SpecNodeKind.Mapping, Children.Count: > 0 })
            Compare(was, now, contents);
        else if (!ImpliedValue.AreSame(was, now))
            context.Report("constraint-changed", was, now, place.Where);
        else
            context.Cover(was, now);
    }

    private void Locate(Schema schema, SchemaPlace place)
    {
        context.Locate(schema.Site, place.Where);
        context.Locate(schema.Core, place.Where);
    }

    /// <returns>Whether both are the same schema, even if their names differ.</returns>
    private bool CompareReference(Schema old, Schema current, SchemaPlace place)
    {
        if (old.Name == current.Name)
        {
            // An allOf with a single reference is equivalent to the reference.
            if (old.Site["$ref"] is null != current.Site["$ref"] is null)
                context.Cover(old.Site["$ref"], current.Site["$ref"], old.Site["allOf"], current.Site["allOf"]);
            return true;
        }

        if (old.Name is not null && current.Name is not null && IsRename(old.Name, current.Name))
        {
            context.Cover(old.Reference, current.Reference);
            return true;
        }

        if (old.Reference is not null && current.Reference is not null)
            context.Report(place.Rule("schema-changed"), old.Reference, current.Reference, $"{old}", $"{current}", place.Where);
        else
            context.ReportAt(place.Rule("schema-changed"), old.Site, current.Site, $"{old}", $"{current}", place.Where);
        return false;
    }

    private bool IsRename(string old, string current) =>
        context.Current.Root.At("components", "schemas", old) is null
        && context.Old.Root.At("components", "schemas", current) is null
        && context.Renames.TryAdd(old, current);
}
