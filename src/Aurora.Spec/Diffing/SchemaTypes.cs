using Aurora.Spec.Documents;

namespace Aurora.Spec.Diffing;

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
    /// <param name="schema">The schema that receives the values.</param>
    /// <param name="other">The schema of the values.</param>
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
