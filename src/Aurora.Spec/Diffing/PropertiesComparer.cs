namespace Aurora.Spec.Diffing;

/// <summary>Compares the properties of an object, and which of them are required.</summary>
internal sealed class PropertiesComparer(DiffContext context, SchemaComparer schemas)
{
    public void Compare(Schema old, Schema current, SchemaPlace place)
    {
        var was = old["properties"];
        var now = current["properties"];
        if (was is null && now is null)
            return;
        var wasRequired = old.Required.ToHashSet();
        var isRequired = current.Required.ToHashSet();
        foreach (var property in was?.Children ?? [])
        {
            var (name, same) = (property.Name, now?[property.Name]);
            if (same is null)
                Remove(property, At(name, wasRequired.Contains(name), context.Old.SchemaOf(property)!));
            else
                CompareProperty(property, same, At(name, isRequired.Contains(name), context.Current.SchemaOf(same)!));
        }

        foreach (var property in now?.Children.Where(property => was?[property.Name] is null) ?? [])
            Add(property, At(property.Name, isRequired.Contains(property.Name), context.Current.SchemaOf(property)!));

        // A name without a property, or one that is not part of this message, is left to another comparer.
        if (wasRequired.Except(isRequired).Concat(isRequired.Except(wasRequired)).All(IsReported))
            context.Cover(old["required"], current["required"]);

        SchemaPlace At(string name, bool required, Schema schema) => place.Property(name, wasRequired.Contains(name), required, IsUnsent(schema));

        bool IsUnsent(Schema schema) => schema.Is(place.IsRequest ? "readOnly" : "writeOnly");

        bool IsReported(string name) =>
            (was?[name] is not null || now?[name] is not null) && !(place.IsRequest && context.Current.SchemaOf(now?[name]) is { } schema && IsUnsent(schema));
    }

    private void CompareProperty(SpecNode was, SpecNode now, SchemaPlace place)
    {
        context.Locate(was, place.Where);
        context.Locate(now, place.Where);
        CompareRequired(was, now, place);
        schemas.Compare(was, now, place);
    }

    private void CompareRequired(SpecNode was, SpecNode now, SchemaPlace place)
    {
        if (place.WasRequired == place.IsRequired)
            return;
        var rule = (place.IsRequest, place.IsUnsent, place.IsRequired) switch
        {
            (true, true, _) => null,
            (true, false, true) => context.Current.SchemaOf(now)!["default"] is null ? "request-property-became-required" : "request-property-became-required-with-default",
            (true, false, false) => "request-property-became-optional",
            (false, var isUnsent, var isRequired) => $"response-{(isUnsent ? "write-only-" : "")}property-became-{DiffContext.Requirement(isRequired)}",
        };
        context.ReportAt(rule, was, now, DiffContext.Requirement(place.WasRequired), DiffContext.Requirement(place.IsRequired), place.Where);
    }

    private void Remove(SpecNode property, SchemaPlace place)
    {
        var rule = (place.IsRequest, place.IsUnsent) switch
        {
            (true, true) => null,
            (true, false) => "request-property-removed",
            (false, var isUnsent) => $"response-{DiffContext.Requirement(place.IsRequired)}{(isUnsent ? "-write-only" : "")}-property-removed",
        };
        context.Report(rule, property, null, $"{context.Old.SchemaOf(property)}", "", place.Where);
    }

    private void Add(SpecNode property, SchemaPlace place)
    {
        var schema = context.Current.SchemaOf(property)!;
        var rule = (place.IsRequest, place.IsUnsent, place.IsRequired) switch
        {
            (true, true, _) => null,
            (true, false, true) => schema["default"] is null ? "new-required-request-property" : "new-required-request-property-with-default",
            (true, false, false) => "new-optional-request-property",
            (false, var isUnsent, _) => $"response-{DiffContext.Requirement(place.IsRequired)}{(isUnsent ? "-write-only" : "")}-property-added",
        };
        context.Report(rule, null, property, "", $"{schema}", place.Where);
    }
}
