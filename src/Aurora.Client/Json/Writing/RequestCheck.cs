using System.Globalization;
using System.Text.Json;

namespace Aurora.Client;

/// <summary>Validates the JSON of a request against the document before it is sent.</summary>
internal sealed class RequestCheck(bool isWhole)
{
    private readonly List<string> _problems = [];

    /// <param name="json">The body.</param>
    /// <param name="shape">The requirements of the document for its objects.</param>
    /// <param name="around">The lists and dictionaries that contain the objects.</param>
    /// <param name="isWhole">Whether an object must contain all required properties, because it is not a partial update.</param>
    /// <param name="parameter">The name of the parameter that contains the body.</param>
    /// <exception cref="ArgumentException">The body does not match the document. The message names each invalid property.</exception>
    public static void EnsureValid(ReadOnlyMemory<byte> json, RequestShape? shape, string around, bool isWhole, string? parameter)
    {
        using var document = JsonDocument.Parse(json);
        var check = new RequestCheck(isWhole);
        check.Walk(document.RootElement, shape, around, "");
        if (check._problems.Count > 0)
            throw new ArgumentException($"The request was not sent. {string.Join(" ", check._problems)}", parameter);
    }

    private void Walk(JsonElement element, RequestShape? shape, string around, string path)
    {
        if (shape is null)
            return;
        if (around is ['[', ..] && element.ValueKind == JsonValueKind.Array)
        {
            var index = 0;
            foreach (var item in element.EnumerateArray())
                Walk(item, shape, around[1..], $"{path}[{index++}]");
        }
        else if (around is ['{', ..] && element.ValueKind == JsonValueKind.Object)
        {
            foreach (var entry in element.EnumerateObject())
                Walk(entry.Value, shape, around[1..], $"{path}[\"{entry.Name}\"]");
        }
        else if (around.Length == 0 && element.ValueKind == JsonValueKind.Object)
        {
            foreach (var rule in shape.Rules)
                Check(element, rule, shape, path.Length == 0 ? rule.Member : $"{path}.{rule.Member}");
        }
    }

    private void Check(JsonElement element, RequestRule rule, RequestShape shape, string path)
    {
        if (!element.TryGetProperty(rule.Name, out var value))
        {
            if (isWhole && rule.IsRequired)
                Add(path, rule, "is required.");
            return;
        }

        switch (value.ValueKind)
        {
            case JsonValueKind.Null when !rule.MayBeNull:
                Add(path, rule, rule.IsRequired ? "is required and must not be null." : "must not be null.");
                break;
            case JsonValueKind.String:
                CheckText(value.GetString()!, rule, path);
                break;
            case JsonValueKind.Number:
                CheckNumber(NumberOf(value), value.GetRawText(), rule, path);
                break;
            case JsonValueKind.Object or JsonValueKind.Array:
                Walk(value, shape.Of(rule.Name), rule.Around, path);
                break;
        }
    }

    private void CheckText(string text, RequestRule rule, string path)
    {
        // The document counts Unicode characters, some of which are two chars in C#.
        var length = text.Count(character => !char.IsLowSurrogate(character));
        if (rule.IsChoice && length == 0)
            Add(path, rule, "must not be empty.");
        else if (length > rule.MaxLength)
            Add(path, rule, $"must have at most {rule.MaxLength} characters, but has {length}.");
        else if (length < rule.MinLength)
            Add(path, rule, $"must have at least {rule.MinLength} characters, but has {length}.");
    }

    // A number that is too large for a decimal is beyond every limit.
    private static decimal NumberOf(JsonElement value) =>
        value.TryGetDecimal(out var number) ? number : value.GetRawText()[0] == '-' ? decimal.MinValue : decimal.MaxValue;

    private void CheckNumber(decimal number, string text, RequestRule rule, string path)
    {
        if (number < rule.Minimum || (rule.ExcludesMinimum && number == rule.Minimum))
            Add(path, rule, $"must be {(rule.ExcludesMinimum ? "greater than" : "at least")} {Text(rule.Minimum)}, but is {text}.");
        else if (number > rule.Maximum || (rule.ExcludesMaximum && number == rule.Maximum))
            Add(path, rule, $"must be {(rule.ExcludesMaximum ? "less than" : "at most")} {Text(rule.Maximum)}, but is {text}.");
    }

    private void Add(string path, RequestRule rule, string problem) => _problems.Add($"{path} (\"{rule.Name}\") {problem}");

    private static string Text(decimal? number) => number!.Value.ToString(CultureInfo.InvariantCulture);
}
