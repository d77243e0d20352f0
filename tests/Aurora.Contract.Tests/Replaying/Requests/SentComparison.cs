using System.Text.Json.Nodes;
using Aurora.Spec.Documents;

namespace Aurora.Contract.Tests.Replaying.Requests;

/// <summary>Compares the JSON that the client sent with the JSON that it must send.</summary>
internal static class SentComparison
{
    public static IEnumerable<ReplayFailure> Compare(Schema schema, JsonNode? expected, JsonNode? sent, string path) => (expected, sent) switch
    {
        (null, null) => [],
        (JsonObject one, JsonObject other) => CompareEntries(schema, one, other, path),
        (JsonArray one, JsonArray other) when one.Count == other.Count =>
            one.Zip(other).SelectMany((pair, at) => Compare(schema.Inner(), pair.First, pair.Second, $"{path}[{at}]")),
        (JsonValue one, JsonValue other) when AreEqual(schema, one, other) => [],
        _ => [new ReplayFailure(schema.Site.Pointer, $"{path}: {Text(expected)} was set, but {Text(sent)} was sent.")],
    };

    private static IEnumerable<ReplayFailure> CompareEntries(Schema schema, JsonObject expected, JsonObject sent, string path)
    {
        var members = schema.IsObject() ? schema.Members().ToDictionary(member => member.Name, member => member.Schema) : [];
        var unsent = expected.Where(pair => !sent.ContainsKey(pair.Key))
            .Select(pair => new ReplayFailure(PlaceOf(pair.Key), $"{path}.{pair.Key} was set, but not sent."));
        var unset = sent.Where(pair => !expected.ContainsKey(pair.Key))
            .Select(pair => new ReplayFailure(PlaceOf(pair.Key), $"{path}.{pair.Key} was sent, but it was not set, or is read-only."));
        return unsent.Concat(unset).Concat(expected.Where(pair => sent.ContainsKey(pair.Key))
            .SelectMany(pair => Compare(SchemaOf(pair.Key), pair.Value, sent[pair.Key], $"{path}.{pair.Key}")));

        string PlaceOf(string name) => members.TryGetValue(name, out var member) ? member.Site.Pointer : schema.Core.Pointer;

        Schema SchemaOf(string name) => members.TryGetValue(name, out var member) ? member : schema.Inner();
    }

    // A time can be sent with another offset, and a number with other digits.
    private static bool AreEqual(Schema schema, JsonValue expected, JsonValue sent) =>
        expected.GetValueKind() == sent.GetValueKind()
        && (LeafRules.TypeOf(schema) == typeof(object) || schema.IsObject()
            ? JsonNode.DeepEquals(expected, sent)
            : ValueEquality.AreEqual(LeafRules.Of(schema, expected).Value, LeafRules.Of(schema, sent).Value));

    private static string Text(JsonNode? json) => json?.ToJsonString() is { } text ? text.Length > 120 ? text[..120] + "…" : text : "null";
}
