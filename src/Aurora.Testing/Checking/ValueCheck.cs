namespace Aurora.Testing.Checking;

/// <summary>Checks a value against its schema with the rules and messages of the fields of Django REST framework.</summary>
internal static class ValueCheck
{
    private static readonly string[] True = ["t", "y", "yes", "true", "on", "1", "1.0"];
    private static readonly string[] False = ["f", "n", "no", "false", "off", "0", "0.0"];
    private static readonly string[] Null = ["", "null", "Null", "NULL"];

    public static Checked Check(Schema schema, JToken value, bool allowsBlank)
    {
        if (value.Type == JTokenType.Null)
            return AllowsNull(schema) ? Checked.Valid(value) : Checked.Invalid("This field may not be null.");
        if (schema.Choices.Count > 0)
            return Choice(schema, value);
        return schema.Type switch
        {
            "string" => TextCheck.Check(schema, value, allowsBlank),
            "number" => NumberCheck.Number(schema, value),
            "integer" => NumberCheck.Integer(schema, value),
            "boolean" => Boolean(schema, value),
            "array" => CollectionCheck.List(schema, value),
            "object" when schema.Properties.Count > 0 => ObjectCheck.Check(schema, value),
            "object" => CollectionCheck.Dictionary(schema, value),
            _ => Checked.Valid(value),
        };
    }

    private static bool AllowsNull(Schema schema) => schema.IsNullable || schema is { Type: null, Choices.Count: 0 };

    private static Checked Choice(Schema schema, JToken value)
    {
        var text = Python.TextOf(value);
        return schema.Choices.FirstOrDefault(choice => Python.TextOf(choice) == text) is { } choice
            ? Checked.Valid(choice.DeepClone())
            : Checked.Invalid($"\"{text}\" is not a valid choice.");
    }

    private static Checked Boolean(Schema schema, JToken value)
    {
        var text = Python.TextOf(value);
        if (True.Contains(text, StringComparer.OrdinalIgnoreCase))
            return Checked.Valid(true);
        if (False.Contains(text, StringComparer.OrdinalIgnoreCase))
            return Checked.Valid(false);
        return schema.IsNullable && Null.Contains(text) ? Checked.Valid(JValue.CreateNull()) : Checked.Invalid("Must be a valid boolean.");
    }
}
