namespace Aurora.Testing.Checking;

/// <summary>Checks texts, and files that a form contains.</summary>
internal static class TextCheck
{
    public static Checked Check(Schema schema, JToken value, bool allowsBlank)
    {
        if (value.Type == JTokenType.Uri)
            return schema.Format is "uri" or "binary" ? Checked.Valid(value.ToString()) : Checked.Invalid("Not a valid string.");
        if (schema.Format == "binary")
            return Checked.Invalid("The submitted data was not a file. Check the encoding type on the form.");
        if (TextFormat.Find(schema.Format) is { IsText: false } format)
            return format.Convert(Python.TextOf(value).Trim()) is { } converted ? Checked.Valid(converted) : Checked.Invalid(format.Message);
        if (value is not JValue || value.Type == JTokenType.Boolean)
            return Checked.Invalid("Not a valid string.");
        var text = Python.TextOf(value).Trim();
        if (text.Length == 0 && !(allowsBlank && schema.AllowsBlank))
            return Checked.Invalid("This field may not be blank.");
        return Checked.Of(text, Errors(schema, text));
    }

    private static List<string> Errors(Schema schema, string text)
    {
        List<string> errors = [];
        // Python counts characters, not UTF-16 code units.
        var length = text.EnumerateRunes().Count();
        if (length > schema.MaxLength)
            errors.Add($"Ensure this field has no more than {schema.MaxLength} characters.");
        if (length < schema.MinLength)
            errors.Add($"Ensure this field has at least {schema.MinLength} characters.");
        if (text.Contains('\0', StringComparison.Ordinal))
            errors.Add("Null characters are not allowed.");
        if (TextFormat.Find(schema.Format) is { } format && format.Convert(text) is null)
            errors.Add(format.Message);
        else if (text.Length > 0 && !schema.HasForm(text))
            errors.Add("This value does not match the required pattern.");
        return errors;
    }
}
