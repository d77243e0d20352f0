using Aurora.Spec.Documents;

namespace Aurora.Spec.Diffing;

/// <summary>Type, format, and whether null is possible.</summary>
internal sealed class SchemaTypeComparer(DiffContext context)
{
    private enum Change
    {
        Same,
        Wider,
        Narrower,
        Other,
    }

    /// <returns>False when the two have nothing more in common that could be compared.</returns>
    public bool Compare(Schema old, Schema current, SchemaPlace place)
    {
        CompareNullable(old, current, place);
        var change = ChangeOf(old, current);
        if (change == Change.Same)
        {
            // To say a type that was plain from other keys is no change on the wire, but the generator reads this key alone.
            if (old["type"] is null != current["type"] is null)
                context.Report("document-changed", old["type"], current["type"], place.Where, place.TypeEffect(context.Old, old, context.Current, current));
            return true;
        }

        var isKind = old.Type != current.Type;
        var rule = (change, place.IsRequest) switch
        {
            (Change.Wider, _) => "type-generalized",
            (Change.Narrower, false) => "type-specialized",
            _ => "type-changed",
        };
        // A document says in one key what another leaves to be seen from its properties.
        var key = isKind ? "type" : "format";
        var (was, now) = (old[key], current[key]);
        var (oldText, currentText) = (Describe(old), Describe(current));
        var effect = place.TypeEffect(context.Old, old, context.Current, current);
        if (isKind && change == Change.Other && old.Name != current.Name)
        {
            context.Report(place.Rule(rule), old.Site, current.Site, oldText, currentText, place.Where, effect);
            return false;
        }

        if (was is null && now is null)
            context.ReportAt(place.Rule(rule), old.Core, current.Core, oldText, currentText, place.Where, effect);
        else
            context.Report(place.Rule(rule), was, now, oldText, currentText, place.Where, effect);
        context.Cover(old["type"], current["type"], old["format"], current["format"]);
        if (!isKind || change != Change.Other)
            return true;

        // What is said of a text has no counterpart in what is said of a list.
        CoverContents(old);
        CoverContents(current);
        return false;
    }

    private void CompareNullable(Schema old, Schema current, SchemaPlace place)
    {
        if (old.IsNullable != current.IsNullable)
            context.Report(
                place.Rule(current.IsNullable ? "became-nullable" : "became-not-nullable"), old["nullable"], current["nullable"],
                old.IsNullable ? "nullable" : "not nullable", current.IsNullable ? "nullable" : "not nullable", place.Where,
                place.TypeEffect(context.Old, old, context.Current, current));
        else
            context.Cover(old["nullable"], current["nullable"]);
    }

    private static Change ChangeOf(Schema old, Schema current) => (old.Type, current.Type) switch
    {
        ("integer", "number") => Change.Wider,
        ("number", "integer") => Change.Narrower,
        (not "", "") => Change.Wider,
        ("", not "") => Change.Narrower,
        var (was, now) when was != now => Change.Other,
        _ => FormatChange(old, current),
    };

    private static Change FormatChange(Schema old, Schema current) => (old.Format, current.Format) switch
    {
        var (was, now) when was == now => Change.Same,
        // Only a hint at how precise it is.
        ("", "double" or "float" or "decimal") or ("double", "float") or ("int64", "int32") or ("", "int32" or "int64") or ("date-time", "date") => Change.Narrower,
        ("float", "double") or ("int32", "int64") or ("double" or "float" or "decimal", "") or ("date", "date-time") => old.Type == "number" || current.Format == "" ? Change.Wider : Change.Other,
        ("", _) => Change.Narrower,
        (_, "") => Change.Other,
        _ => Change.Other,
    };

    private void CoverContents(Schema schema)
    {
        foreach (var key in (string[])["properties", "required", "items", "enum", "additionalProperties", "maxLength", "minLength", "maximum", "minimum", "maxItems", "minItems", "pattern", "default"])
            context.Cover(schema[key]);
    }

    private static string Describe(Schema schema) => schema.Format.Length > 0 ? $"{schema.Type} ({schema.Format})" : schema.Type.Length > 0 ? schema.Type : "any";
}
