using System.Globalization;
using System.Text.RegularExpressions;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NSwag;

namespace Aurora.Document;

/// <summary>What the document says of the values of a query parameter: in its schema, and of a list of UUIDs in its description.</summary>
internal static partial class ParameterRules
{
    private static readonly UuidFormat Uuid = new();

    /// <summary>What is wrong, as the end of a sentence that begins with the parameter.</summary>
    public static IEnumerable<string> Faults(OpenApiParameter parameter, IReadOnlyList<string> sent)
    {
        var schema = (parameter.Schema ?? parameter).ActualSchema;
        if (schema.Type == JsonObjectType.Array)
            return StrictFaults(new JArray(Split(parameter, sent).Select(text => Token(text, schema.Item?.ActualSchema.Type))), schema);
        return sent.Count > 1
            ? ["is there more than once."]
            : StrictFaults(Token(sent[0], schema.Type), schema).Concat(ProseFaults(parameter.Description ?? "", sent[0]));
    }

    private static IEnumerable<string> StrictFaults(JToken value, JsonSchema schema) =>
        StrictValidation.Faults(value, schema).Select(fault => $"is not as its schema has it: {fault}.");

    private static IEnumerable<string> Split(OpenApiParameter parameter, IReadOnlyList<string> sent) =>
        parameter.Explode == false ? sent.SelectMany(text => text.Split(',')) : sent;

    // A number is written in a query as in JSON; what is neither is a text, which the schema then refuses.
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

    private static IEnumerable<string> ProseFaults(string description, string text)
    {
        if (!ListOfUuids().IsMatch(description))
            return [];
        var entries = text.Split(',');
        var odd = entries.Count(entry => !Uuid.IsValid(entry, JTokenType.String));
        var most = MostEntries().Match(description) is { Success: true } match ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : int.MaxValue;
        return (string[])
        [
            .. odd > 0 ? [$"has {odd} entries that are no UUIDs, and is described as a list of them."] : (string[])[],
            .. entries.Length > most ? [$"has {entries.Length} entries, and is described as having at most {most}."] : (string[])[],
        ];
    }

    [GeneratedRegex("comma-separated list of UUIDs", RegexOptions.IgnoreCase)]
    private static partial Regex ListOfUuids();

    [GeneratedRegex("maximum ([0-9]+) entries", RegexOptions.IgnoreCase)]
    private static partial Regex MostEntries();
}
