namespace Aurora.Testing.Checking;

/// <summary>Converts JSON values in the way of Python, because the API does.</summary>
internal static class Python
{
    /// <summary>Returns the name of the type.</summary>
    public static string TypeOf(JToken value) => value.Type switch
    {
        JTokenType.Object => "dict",
        JTokenType.Array => "list",
        JTokenType.Boolean => "bool",
        JTokenType.Integer => "int",
        JTokenType.Float => "float",
        JTokenType.Null => "NoneType",
        JTokenType.Uri => "InMemoryUploadedFile",
        _ => "str",
    };

    /// <summary>Returns what <c>str</c> returns.</summary>
    public static string TextOf(JToken value) => value switch
    {
        JValue { Value: bool flag } => flag ? "True" : "False",
        JValue { Value: null } => "None",
        JValue { Value: double number } => TextOf(number),
        JValue { Value: IFormattable number } => number.ToString(null, CultureInfo.InvariantCulture),
        JValue { Value: string text } => text,
        _ => value.ToString(Formatting.None),
    };

    private static string TextOf(double number)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture).Replace('E', 'e');
        return text.Contains('.', StringComparison.Ordinal) || text.Contains('e', StringComparison.Ordinal) ? text : $"{text}.0";
    }

    /// <summary>Parses what the constructor <c>UUID(hex)</c> accepts: 32 digits, with hyphens and braces anywhere.</summary>
    public static bool TryUuid(string text, out Guid uuid)
    {
        var digits = text.Replace("urn:", "", StringComparison.Ordinal).Replace("uuid:", "", StringComparison.Ordinal)
            .Trim('{', '}').Replace("-", "", StringComparison.Ordinal);
        uuid = default;
        return digits.Length == 32 && digits.All(char.IsAsciiHexDigit) && Guid.TryParseExact(digits, "N", out uuid);
    }
}
