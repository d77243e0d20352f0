using Aurora.Spec.CSharp;
using Aurora.Spec.Documents;

namespace Aurora.Spec.Diffing;

/// <summary>The properties of an object: which came, which went, which have to be there.</summary>
internal sealed class PropertiesComparer(DiffContext context, SchemaComparer schemas)
{
    public void Compare(Schema old, Schema current, SchemaPlace place)
    {
        var was = old["properties"];
        var now = current["properties"];
        if (was is null && now is null)
            return;
        var owner = place.ClassOf(current);
        var oldMembers = CSharpNames.Members(owner, was?.Children.Select(property => property.Name) ?? [], isEnum: false);
        var members = CSharpNames.Members(owner, now?.Children.Select(property => property.Name) ?? [], isEnum: false);
        var wasRequired = old.Required.ToHashSet();
        var isRequired = current.Required.ToHashSet();
        foreach (var property in was?.Children ?? [])
        {
            var (name, same) = (property.Name, now?[property.Name]);
            var at = place.Property(name, owner, same is null ? oldMembers[name] : members[name], wasRequired.Contains(name), isRequired.Contains(name));
            if (same is null)
                Remove(property, at);
            else
                CompareProperty(property, same, at);
            if (same is not null && oldMembers[name] != members[name] && place.Subject is not null)
                context.ReportAt("document-changed", property, same, name, name, at.Where, CSharpEffect.Breaks($"property `{owner}.{oldMembers[name]}` renamed: `{owner}.{members[name]}`"));
        }

        foreach (var property in now?.Children.Where(property => was?[property.Name] is null) ?? [])
            Add(property, place.Property(property.Name, owner, members[property.Name], isRequired.Contains(property.Name), isRequired.Contains(property.Name)));

        // A name that no property has is left to be found.
        if (wasRequired.Except(isRequired).Concat(isRequired.Except(wasRequired)).All(required => was?[required] is not null || now?[required] is not null))
            context.Cover(old["required"], current["required"]);
    }

    private void CompareProperty(SpecNode was, SpecNode now, SchemaPlace place)
    {
        var old = context.Old.SchemaOf(was)!;
        var current = context.Current.SchemaOf(now)!;
        // The API does not read these: what changes in them shows in its responses.
        if (place.IsRequest && old.Is("readOnly") && current.Is("readOnly"))
            return;
        context.Name(was, place.Subject ?? "");
        context.Name(now, place.Subject ?? "");
        CompareRequired(old, current, place);
        schemas.Compare(was, now, place);
    }

    private void CompareRequired(Schema old, Schema current, SchemaPlace place)
    {
        if (place.WasRequired == place.IsRequired)
            return;
        var rule = (place.IsRequest, place.IsRequired) switch
        {
            (true, true) => current["default"] is null ? "request-property-became-required" : "request-property-became-required-with-default",
            (true, false) => "request-property-became-optional",
            (false, true) => "response-property-became-required",
            (false, false) => "response-property-became-optional",
        };
        context.ReportAt(
            rule, old.Site, current.Site, place.WasRequired ? "required" : "optional", place.IsRequired ? "required" : "optional", place.Where,
            place.TypeEffect(context.Old, old, context.Current, current));
    }

    private void Remove(SpecNode property, SchemaPlace place)
    {
        var schema = context.Old.SchemaOf(property)!;
        if (place.IsRequest && schema.Is("readOnly"))
            return;
        var rule = place.IsRequest ? "request-property-removed"
            : place.WasRequired ? "response-required-property-removed" : "response-optional-property-removed";
        context.Report(rule, property, null, schema.ToString(), "", place.Where,
            place.Subject is null ? CSharpEffect.None : CSharpEffect.Breaks($"{place.Subject} removed{Together(schema, place)}"));
    }

    private void Add(SpecNode property, SchemaPlace place)
    {
        var schema = context.Current.SchemaOf(property)!;
        if (place.IsRequest && schema.Is("readOnly"))
            return;
        var rule = (place.IsRequest, place.IsRequired) switch
        {
            (true, true) => schema["default"] is null ? "new-required-request-property" : "new-required-request-property-with-default",
            (true, false) => "new-optional-request-property",
            (false, true) => "response-required-property-added",
            (false, false) => "response-optional-property-added",
        };
        var type = context.Current.Types.OfProperty(schema, place.Inline, place.IsRequired);
        context.Report(rule, null, property, "", schema.ToString(), place.Where,
            place.Subject is null ? CSharpEffect.None : CSharpEffect.Adds($"{place.Subject} (`{type}`) added{Together(schema, place)}"));
    }

    // What a video has can be ordered by; and a type that stands in the property comes and goes with it.
    private static string Together(Schema schema, SchemaPlace place)
    {
        var others = new List<string>();
        if (place.Subject?.Split('`') is [_, var member, _] && member.StartsWith("AuroraFlow.", StringComparison.Ordinal))
            others.Add("its member of `AuroraOrdering`");
        if (schema.Name is null && CSharpTypes.HasType(schema))
            others.Add($"type `{(CSharpTypes.IsEnum(schema) ? place.Inline.Enum : place.Inline.Class)}`");
        return others.Count == 0 ? "" : $", with {string.Join(" and ", others)}";
    }
}
