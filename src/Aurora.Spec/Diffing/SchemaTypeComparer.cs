namespace Aurora.Spec.Diffing;

/// <summary>Compares type, format, and nullability.</summary>
internal sealed class SchemaTypeComparer(DiffContext context)
{
    private static readonly string[] Contents =
        ["properties", "required", "items", "enum", "additionalProperties", "maxLength", "minLength", "maximum", "minimum", "maxItems", "minItems", "pattern", "default"];

    /// <returns>False if the two have nothing in common that can be compared further.</returns>
    public bool Compare(Schema old, Schema current, SchemaPlace place)
    {
        CompareNullable(old, current, place);
        if (RuleOf(old, current, place) is not { } suffix)
            return true;

        var rule = place.Rule(suffix);
        var isOtherKind = SchemaTypes.AreUnrelated(old, current);
        var (oldText, currentText) = (Describe(old), Describe(current));
        if (isOtherKind && old.Name != current.Name)
        {
            context.Report(rule, old.Site, current.Site, oldText, currentText, place.Where);
            return rule is null;
        }

        if (rule is null)
            return true;

        // One document can declare the type that the other implies with its properties.
        var key = old.Type != current.Type ? "type" : "format";
        var (was, now) = (old[key], current[key]);
        if (was is null && now is null)
            context.ReportAt(rule, old.Core, current.Core, oldText, currentText, place.Where);
        else
            context.Report(rule, was, now, oldText, currentText, place.Where);
        context.Cover(old["type"], current["type"], old["format"], current["format"]);
        if (!isOtherKind)
            return true;
        foreach (var content in Contents)
            context.Cover(old[content], current[content]);
        return false;
    }

    private void CompareNullable(Schema old, Schema current, SchemaPlace place)
    {
        if (old.IsNullable != current.IsNullable)
            context.Report(
                place.Rule(current.IsNullable ? "became-nullable" : "became-not-nullable"), old["nullable"], current["nullable"],
                Word(old), Word(current), place.Where);
        else
            context.Cover(old["nullable"], current["nullable"]);

        static string Word(Schema schema) => schema.IsNullable ? "nullable" : "not nullable";
    }

    private static string? RuleOf(Schema old, Schema current, SchemaPlace place)
    {
        if (old.Type == current.Type && old.Format == current.Format)
            return null;
        return place.IsRequest ? RequestRule(old, current, place) : ResponseRule(old, current, place);
    }

    private static string RequestRule(Schema old, Schema current, SchemaPlace place)
    {
        if (place.TakesLists && current.Type == "array" && current["items"]?["type"]?.Text == old.Type)
            return "type-generalized";
        var (asJson, asText) = (SchemaTypes.Accepts(current, old, isText: false), SchemaTypes.Accepts(current, old, isText: true));
        return place.Prefix switch
        {
            "request-parameter" => asText ? "type-generalized" : "type-changed",
            // Whether the properties of a parameter are sent as text depends on its serialization.
            "request-parameter-property" => asJson ? "type-generalized" : asText ? "type-changed" : "type-specialized",
            _ => asJson ? "type-generalized" : asText && place.IsText ? "type-compatible" : "type-changed",
        };
    }

    private static string ResponseRule(Schema old, Schema current, SchemaPlace place)
    {
        if (SchemaTypes.Accepts(old, current, place.IsText))
            return SchemaTypes.Accepts(old, current, isText: false) ? "type-specialized" : "type-compatible";
        return current.Types.Count > 0 && old.Type != current.Type && SchemaTypes.Accepts(current, old, isText: false) ? "type-generalized" : "type-changed";
    }

    private static string Describe(Schema schema) => schema.Format.Length > 0 ? $"{schema.Type} ({schema.Format})" : schema.Type.Length > 0 ? schema.Type : "any";
}

/// <summary>Relations between types and formats.</summary>
internal static class SchemaTypes
{
    private static readonly HashSet<(string Type, string Format, string Wider)> WiderFormats =
    [
        ("number", "float", "double"),
        ("integer", "int32", "int64"),
        ("integer", "int32", "bigint"),
        ("integer", "int64", "bigint"),
        ("string", "date", "date-time"),
        ("string", "time", "date-time"),
    ];

    /// <summary>Returns whether a schema accepts every value of another, as far as type and format decide.</summary>
    /// <param name="isText">Whether values are sent as text, so that a string accepts any of them.</param>
    public static bool Accepts(Schema schema, Schema other, bool isText) => AcceptsTypes(schema.Types, other.Types, isText) && AcceptsFormat(schema, other);

    /// <summary>Returns whether nothing that is declared for one type applies to the other.</summary>
    public static bool AreUnrelated(Schema one, Schema other) =>
        one.Types.Count > 0 && other.Types.Count > 0 && !one.Types.Any(type => other.Types.Any(match => AcceptsType(type, match) || AcceptsType(match, type)));

    private static bool AcceptsTypes(IReadOnlyList<string> types, IReadOnlyList<string> others, bool isText) =>
        types.Count == 0 || (others.Count > 0 && others.All(other => types.Any(type => AcceptsType(type, other) || (isText && type == "string"))));

    private static bool AcceptsType(string type, string other) => type == other || (type, other) is ("number", "integer");

    private static bool AcceptsFormat(Schema schema, Schema other) =>
        schema.Format.Length == 0 || schema.Format == other.Format || schema.Types.Any(type => WiderFormats.Contains((type, other.Format, schema.Format)));
}
