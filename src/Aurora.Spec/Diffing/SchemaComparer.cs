using Aurora.Spec.CSharp;
using Aurora.Spec.Documents;

namespace Aurora.Spec.Diffing;

/// <summary>Two schemas in one place, and all that is in them.</summary>
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
        if (old is null || current is null)
        {
            if (old is not null || current is not null)
                context.Report(place.Rule("schema-changed"), oldSite, currentSite, $"{old}", $"{current}", place.Where, place.TypeEffect(context.Old, old, context.Current, current));
            return;
        }

        CompareSchemas(old, current, place);
        ReportType(old, current, place);
    }

    // A type may change with what is in it: an object that loses its last property is no class any more.
    private void ReportType(Schema old, Schema current, SchemaPlace place)
    {
        var effect = place.TypeEffect(context.Old, old, context.Current, current);
        if (context.IsNamed(effect, place.Subject))
            return;
        var (was, now) = place.Types(context.Old, old, context.Current, current);
        // That a type has another name is said once, of the type.
        if (context.Renames.Apply(was) != now)
            context.ReportAt("document-changed", old.Site, current.Site, $"{old}", $"{current}", place.Where, effect);
    }

    private void CompareSchemas(Schema old, Schema current, SchemaPlace place)
    {
        NameTypes(old, current, place);
        if (!_types.Compare(old, current, place))
            return;
        var isOneSchema = CompareReference(old, current, place);
        // What one type has and another has not is a difference on the wire; neither type has changed.
        if (!isOneSchema)
            place = place with { Subject = null };
        _enums.Compare(old, current, place);
        if (!place.IsHeader)
        {
            _limits.Compare(old, current, place);
            _attributes.Compare(old, current, place);
        }

        // A class is one type wherever it is used. A list or a dictionary is written out at each place.
        var role = place.IsRequest ? "request" : "response";
        if (!context.IsFirst(old.Core, current.Core, CSharpTypes.HasType(current) ? role : $"{role} {place.Root}"))
            return;
        new PropertiesComparer(context, this).Compare(old, current, place);
        CompareContents("items", old, current, place, place.Items());
        CompareContents("additionalProperties", old, current, place, place.Values());
        new CompositionComparer(context, this).Compare(old, current, place);
        if (!isOneSchema && old.Reference is null != current.Reference is null)
            context.Cover(old.Site, current.Site);
    }

    private void CompareContents(string key, Schema old, Schema current, SchemaPlace place, SchemaPlace contents)
    {
        var was = old[key];
        var now = current[key];
        if (was is { Kind: SpecNodeKind.Mapping } && now is { Kind: SpecNodeKind.Mapping })
            Compare(was, now, contents);
        else if (!SpecNode.SameValue(was, now))
            context.Report("constraint-changed", was, now, place.Where, place.TypeEffect(context.Old, old, context.Current, current));
    }

    private void NameTypes(Schema old, Schema current, SchemaPlace place)
    {
        if (old.Name is { } oldName)
            context.Name(old.Core, $"type `{CSharpNames.Type(oldName)}`");
        if (current.Name is { } name)
            context.Name(current.Core, $"type `{CSharpNames.Type(name)}`");
        if (place.Subject is null)
            return;
        if (old.Site != old.Core)
            context.Name(old.Site, place.Subject);
        if (current.Site != current.Core)
            context.Name(current.Site, place.Subject);
        context.Name(old.Core, place.Subject);
        context.Name(current.Core, place.Subject);
    }

    /// <returns>Whether the two are one schema, whatever its name.</returns>
    private bool CompareReference(Schema old, Schema current, SchemaPlace place)
    {
        if (old.Name == current.Name)
        {
            // An allOf of one says what a $ref says.
            if (old.Site["$ref"] is null != current.Site["$ref"] is null)
                context.Cover(old.Site["$ref"], current.Site["$ref"], old.Site["allOf"], current.Site["allOf"]);
            return true;
        }

        if (old.Name is not null && current.Name is not null && IsRename(old.Name, current.Name))
        {
            context.Cover(old.Reference, current.Reference);
            return true;
        }

        var effect = place.TypeEffect(context.Old, old, context.Current, current);
        if (old.Reference is not null && current.Reference is not null)
            context.Report(place.Rule("schema-changed"), old.Reference, current.Reference, $"{old}", $"{current}", place.Where, effect);
        else
            context.ReportAt(place.Rule("schema-changed"), old.Site, current.Site, $"{old}", $"{current}", place.Where, effect);
        return false;
    }

    private bool IsRename(string old, string current) =>
        context.Current.Root.At("components", "schemas", old) is null
        && context.Old.Root.At("components", "schemas", current) is null
        && context.Renames.TryAdd(old, current);
}
