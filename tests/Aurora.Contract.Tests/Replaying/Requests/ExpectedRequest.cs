using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Aurora.Spec.Documents;

namespace Aurora.Contract.Tests.Replaying.Requests;

/// <summary>Determines what the client must do with the JSON that a caller wants to send, based on the document alone.</summary>
internal static class ExpectedRequest
{
    /// <summary>Returns the JSON to send: all that was set, except the read-only properties of every object.</summary>
    public static JsonNode? Sent(Schema schema, JsonNode? asked) => asked switch
    {
        JsonArray items when schema.Type == "array" => new JsonArray([.. items.Select(item => Sent(schema.Inner(), item))]),
        JsonObject entries when schema.IsMap() => new JsonObject(entries.Select(pair => KeyValuePair.Create(pair.Key, Sent(schema.Inner(), pair.Value)))),
        JsonObject json when schema.IsObject() => new JsonObject(json.Where(pair => MemberOf(schema, pair.Key)?.IsReadOnly != true)
            .Select(pair => KeyValuePair.Create(pair.Key, MemberOf(schema, pair.Key) is { } member ? Sent(member.Schema, pair.Value) : pair.Value?.DeepClone()))),
        _ => asked?.DeepClone(),
    };

    /// <summary>Returns the properties for which the client must refuse the JSON. A property can occur more than once.</summary>
    public static IReadOnlyList<SchemaMember> Refused(ReplayedBody body, JsonNode? sent) => [.. Refused(body.Schema, sent, body.IsPartial)];

    /// <summary>Returns whether JSON that the client sends is valid against the document. Choices that are not listed are sent too.</summary>
    public static bool IsDocumented(ReplayedBody body, JsonNode? sent) => IsDocumented(body.Schema, sent) && !Refused(body.Schema, sent, isPartial: false).Any(
        member => !body.IsPartial || body.Schema.Members().All(own => own.Name != member.Name || own.IsRequired));

    private static IEnumerable<SchemaMember> Refused(Schema schema, JsonNode? sent, bool isPartial) => sent switch
    {
        JsonArray items when schema.Type == "array" => items.SelectMany(item => Refused(schema.Inner(), item, isPartial)),
        JsonObject entries when schema.IsMap() => entries.SelectMany(pair => Refused(schema.Inner(), pair.Value, isPartial)),
        JsonObject json when schema.IsObject() => schema.Members().Where(member => !member.IsReadOnly).SelectMany(member =>
            !json.TryGetPropertyValue(member.Name, out var value) ? member.IsRequired && !isPartial ? [member] : []
            : value is null ? member.Schema.IsNullable || member.Schema.IsAny() ? [] : [member]
            : IsBeyondLimit(member.Schema, value) ? [member]
            : Refused(member.Schema, value, isPartial)),
        _ => [],
    };

    private static bool IsBeyondLimit(Schema schema, JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.String => IsBeyondLimit(schema, value.GetValue<string>()),
        JsonValueKind.Number => IsBeyondLimit(schema, Number(value.ToJsonString())),
        _ => false,
    };

    private static bool IsBeyondLimit(Schema schema, decimal number) =>
        Samples.Limit(schema, "minimum") is { } minimum && (number < minimum || (number == minimum && schema.Is("exclusiveMinimum")))
        || Samples.Limit(schema, "maximum") is { } maximum && (number > maximum || (number == maximum && schema.Is("exclusiveMaximum")));

    // A number that is too large for a decimal is beyond every limit.
    private static decimal Number(string json) => decimal.TryParse(json, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        ? number
        : json.StartsWith('-') ? decimal.MinValue : decimal.MaxValue;

    // The document counts Unicode characters.
    private static bool IsBeyondLimit(Schema schema, string text)
    {
        var length = text.EnumerateRunes().Count();
        return length < Samples.Limit(schema, "minLength") || length > Samples.Limit(schema, "maxLength") || (length == 0 && schema.IsChoice() && !LeafRules.IsListed(schema, ""));
    }

    private static bool IsDocumented(Schema schema, JsonNode? sent) => sent switch
    {
        null => schema.IsNullable || schema.IsAny(),
        _ when schema.IsAny() => true,
        JsonArray items when schema.Type == "array" => items.All(item => IsDocumented(schema.Inner(), item)),
        JsonObject entries when schema.IsMap() => entries.All(pair => IsDocumented(schema.Inner(), pair.Value)),
        JsonObject json when schema.Type == "object" || schema.IsObject() => json.All(pair => MemberOf(schema, pair.Key) is not { } member || IsDocumented(member.Schema, pair.Value)),
        _ when schema.Type is "array" or "object" || schema.IsObject() => false,
        _ => LeafRules.Of(schema, sent).Drift is null && (schema.Format != "uri" || Uri.IsWellFormedUriString(sent.GetValue<string>(), UriKind.Absolute)),
    };

    private static SchemaMember? MemberOf(Schema schema, string name) => schema.Members().FirstOrDefault(member => member.Name == name);
}
