using System.Globalization;
using System.Text.RegularExpressions;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NSwag;

namespace Aurora.TestKit;

/// <summary>
/// Validates the values of a query parameter against its schema. The format of a list of UUIDs is described only in prose, so the description
/// is also used.
/// </summary>
internal static partial class ParameterRules
{
    private static readonly UuidFormat Uuid = new();

    /// <summary>Returns the errors. Each one is a predicate for a sentence whose subject is the parameter.</summary>
    public static IEnumerable<string> Errors(OpenApiParameter parameter, IReadOnlyList<string> sent)
    {
        var schema = (parameter.Schema ?? parameter).ActualSchema;
        if (schema.Type == JsonObjectType.Array)
            return SchemaErrors(new JArray(Split(parameter, sent).Select(text => Token(text, schema.Item?.ActualSchema.Type))), schema);
        return sent.Count > 1
            ? ["was sent more than once."]
            : SchemaErrors(Token(sent[0], schema.Type), schema).Concat(DescriptionErrors(parameter.Description ?? "", sent[0]));
    }

    private static IEnumerable<string> SchemaErrors(JToken value, JsonSchema schema) =>
        StrictValidation.Errors(value, schema).Select(error => $"is not valid against its schema: {error}.");

    private static IEnumerable<string> Split(OpenApiParameter parameter, IReadOnlyList<string> sent) =>
        parameter.Explode == false ? sent.SelectMany(text => text.Split(',')) : sent;

    // Numbers and booleans have the same form as in JSON. The schema rejects any other text.
    private static JToken Token(string text, JsonObjectType? type)
    {
        if (type is null || (type.Value & (JsonObjectType.Integer | JsonObjectType.Number | JsonObjectType.Boolean)) == 0)
            return text;
        try
        {
            return JToken.Parse(text);
        }
        catch (JsonReaderException)
        {
            return text;
        }
    }

    private static IEnumerable<string> DescriptionErrors(string description, string text)
    {
        if (!ListOfUuids().IsMatch(description))
            return [];
        var entries = text.Split(',');
        var invalid = entries.Count(entry => !Uuid.IsValid(entry, JTokenType.String));
        var max = MaxEntries().Match(description) is { Success: true } match
            ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)
            : int.MaxValue;
        return (string[])
        [
            .. invalid > 0 ? [$"must be a list of UUIDs, but {invalid} entries are not UUIDs."] : (string[])[],
            .. entries.Length > max ? [$"must have at most {max} entries, but has {entries.Length}."] : (string[])[],
        ];
    }

    [GeneratedRegex("comma-separated list of UUIDs", RegexOptions.IgnoreCase)]
    private static partial Regex ListOfUuids();

    [GeneratedRegex("maximum ([0-9]+) entries", RegexOptions.IgnoreCase)]
    private static partial Regex MaxEntries();
}
