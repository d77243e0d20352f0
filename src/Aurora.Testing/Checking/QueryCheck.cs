namespace Aurora.Testing.Checking;

/// <summary>
/// Checks the query parameters and headers of a request. Like Django, it treats an empty value as a missing one, and uses the last of several.
/// </summary>
internal static partial class QueryCheck
{
    private static readonly string[] Locations = ["query", "header"];

    /// <summary>Returns the value of each parameter that the request sets, or the errors.</summary>
    public static Checked Check(IEnumerable<ApiParameter> parameters, Func<ApiParameter, IReadOnlyList<string>> valuesOf) => Checked.Object(
        from parameter in parameters
        where Locations.Contains(parameter.In)
        let sent = valuesOf(parameter)
        let isMissing = sent.Count == 0 || sent[^1].Length == 0
        where !isMissing || parameter.IsRequired
        select (parameter.Name, isMissing ? Checked.Invalid("This field is required.") : Value(parameter, sent)));

    /// <summary>Returns whether the description of a parameter says that its value is a list of UUIDs.</summary>
    public static bool IsListOfUuids(ApiParameter parameter) => ListOfUuids().IsMatch(parameter.Description);

    private static Checked Value(ApiParameter parameter, IReadOnlyList<string> sent)
    {
        if (parameter.Schema.Type == "array")
            return ValueCheck.Check(parameter.Schema, new JArray(parameter.IsExploded ? sent : sent[^1].Split(',')), allowsBlank: false);
        return IsListOfUuids(parameter) ? Uuids(parameter.Description, sent[^1]) : ValueCheck.Check(parameter.Schema, sent[^1], allowsBlank: true);
    }

    // CUSTOM: the document describes the form of such a list only in prose.
    private static Checked Uuids(string description, string text)
    {
        var entries = text.Split(',');
        var max = MaxEntries().Match(description) is { Success: true } match
            ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)
            : int.MaxValue;
        if (entries.Length > max)
            return Checked.Invalid($"Maximum {max} entries allowed.");
        var invalid = entries.Where(entry => !UuidText.TryParse(entry, out _)).Select(entry => $"'{entry}' is not a valid UUID.").ToList();
        return Checked.Of(new JArray(entries.Select(entry => entry.ToLowerInvariant()).Distinct()), invalid);
    }

    [GeneratedRegex("list of UUIDs", RegexOptions.IgnoreCase)]
    private static partial Regex ListOfUuids();

    [GeneratedRegex("maximum ([0-9]+) entries", RegexOptions.IgnoreCase)]
    private static partial Regex MaxEntries();
}

/// <summary>Parses UUIDs in the only form that the document allows: hexadecimal digits in groups of 8-4-4-4-12.</summary>
internal static partial class UuidText
{
    // Guid.TryParseExact also accepts surrounding spaces, and "0x" in the groups.
    public static bool TryParse(string text, out Guid uuid)
    {
        uuid = default;
        return Form().IsMatch(text) && Guid.TryParseExact(text, "D", out uuid);
    }

    [GeneratedRegex(@"\A[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\z")]
    private static partial Regex Form();
}
