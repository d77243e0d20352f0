namespace Aurora.Spec.Validation;

/// <summary>Checks the values of numeric and boolean keys. Microsoft.OpenApi throws on an invalid number, and ignores an invalid boolean.</summary>
internal static class ValueRule
{
    private static readonly HashSet<string> Counts = ["maxLength", "minLength", "maxItems", "minItems", "maxProperties", "minProperties"];

    private static readonly HashSet<string> Numbers = ["maximum", "minimum", "multipleOf"];

    private static readonly HashSet<string> Booleans =
    [
        "nullable", "readOnly", "writeOnly", "deprecated", "exclusiveMaximum", "exclusiveMinimum", "uniqueItems", "allowEmptyValue",
        "allowReserved", "explode",
    ];

    public static IEnumerable<Finding> Findings(SpecDocument document) =>
        from node in SpecContext.WordsOf(document)
        let expected = ExpectedOf(node)
        where expected is not null
        select Finding.At(node, $"{(node.IsScalar ? $"'{node.Text}'" : "this")} is not {expected}.");

    private static string? ExpectedOf(SpecNode node)
    {
        if (Counts.Contains(node.Name))
            return node.Kind == SpecNodeKind.Number && IsCount(node.Text) ? null : "a whole number from 0 to 2147483647";
        if (Numbers.Contains(node.Name))
            return node.Kind == SpecNodeKind.Number ? null : "a number";
        if (Booleans.Contains(node.Name))
            return node.Kind == SpecNodeKind.Boolean ? null : "true or false";
        return null;
    }

    private static bool IsCount(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);
}

/// <summary>Checks that no text contains a line separator that editors do not show. In a generated comment, the text after it would be code.</summary>
internal static class LineSeparatorRule
{
    public static IEnumerable<Finding> Findings(SpecDocument document) =>
        from node in document.Root.Descendants()
        let text = node.Name + node.Text
        let separator = text.AsSpan().IndexOfAny(SpecParser.LineSeparators)
        where separator >= 0
        select Finding.At(node, SpecParser.LineSeparator(text[separator]));
}
