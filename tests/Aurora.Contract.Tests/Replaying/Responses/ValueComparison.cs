using System.Collections;
using System.Text.Json.Nodes;
using Aurora.Spec.Documents;

namespace Aurora.Contract.Tests.Replaying.Responses;

/// <summary>Compares the values that were read with the values that were sent.</summary>
internal sealed class ValueComparison(ISet<string> replayed)
{
    /// <param name="schema">The schema of the value.</param>
    /// <param name="sent">The JSON that was sent.</param>
    /// <param name="read">The value that was read.</param>
    /// <param name="untouched">The initial value, which is expected if the JSON cannot be read.</param>
    /// <param name="path">The JSON path for messages.</param>
    public IEnumerable<ReplayFailure> Compare(Schema schema, JsonNode? sent, object? read, object? untouched, string path)
    {
        replayed.Add(schema.Site.Pointer);
        replayed.Add(schema.Core.Pointer);
        replayed.UnionWith(schema.Enums().Select(part => part.Core.Pointer));
        if (sent is null)
            return IsUntouched(read, schema.IsNullable ? null : untouched) ? [] : [Different(schema, "null", read, path)];
        if (schema.Type == "array")
            return sent is JsonArray items ? CompareItems(schema, items, read, path) : Untouched(schema, sent, read, untouched, path);
        if (schema.IsObject())
            return sent is JsonObject json ? CompareObject(schema, json, read, path) : Untouched(schema, sent, read, untouched, path);
        if (schema.IsMap())
            return sent is JsonObject map ? CompareMap(schema, map, read, path) : Untouched(schema, sent, read, untouched, path);
        if (LeafRules.TypeOf(schema) == typeof(object))
            return read is not null ? [] : [Different(schema, sent.ToJsonString(), read, path)];
        return LeafRules.Of(schema, sent).Value is { } expected
            ? ValueEquality.AreEqual(expected, read) ? [] : [Different(schema, sent.ToJsonString(), read, path)]
            : Untouched(schema, sent, read, untouched, path);
    }

    private IEnumerable<ReplayFailure> CompareItems(Schema schema, JsonArray sent, object? read, string path)
    {
        if (schema["items"] is null || read is not IEnumerable values)
            return [Different(schema, "a list", read, path)];
        var items = schema.Inner();
        List<JsonNode> kept = [.. sent.OfType<JsonNode>().Where(item => IsKept(items, item))];
        List<object?> list = [.. values.Cast<object?>()];
        return list.Count != kept.Count
            ? [new ReplayFailure(items.Site.Pointer, $"{path} has {list.Count} items, but {kept.Count} readable items were sent.")]
            : kept.Zip(list).SelectMany((pair, at) => Compare(items, pair.First, pair.Second, null, $"{path}[{at}]"));
    }

    private IEnumerable<ReplayFailure> CompareMap(Schema schema, JsonObject sent, object? read, string path)
    {
        List<KeyValuePair<string, JsonNode?>> kept = [.. sent.Where(pair => IsKept(schema.Inner(), pair.Value))];
        return read is IDictionary map && map.Count == kept.Count
            ? kept.SelectMany(pair => Compare(schema.Inner(), pair.Value, map[pair.Key], null, $"{path}.{pair.Key}"))
            : [Different(schema, "a map", read, path)];
    }

    private IEnumerable<ReplayFailure> CompareObject(Schema schema, JsonObject sent, object? read, string path)
    {
        if (read is null)
            return [Different(schema, "an object", read, path)];
        var properties = ClientTypes.PropertiesOf(read.GetType());
        var fresh = Activator.CreateInstance(read.GetType())!;
        var members = schema.Members().ToList();
        var ofMembers = members.Where(member => properties.ContainsKey(member.Name)).SelectMany(member =>
        {
            var (value, untouched) = (properties[member.Name].GetValue(read), properties[member.Name].GetValue(fresh));
            if (sent.TryGetPropertyValue(member.Name, out var json))
                return Compare(member.Schema, json, value, untouched, $"{path}.{member.Name}");
            return Untouched(member.Schema, null, value, untouched, $"{path}.{member.Name}");
        });
        var unknown = sent.Select(pair => pair.Key).Except(members.Select(member => member.Name)).ToHashSet();
        var kept = read.GetType().GetProperty("AdditionalProperties")?.GetValue(read) as IDictionary<string, object?>;
        return unknown.SetEquals(kept?.Keys ?? []) ? ofMembers : ofMembers.Append(new ReplayFailure(schema.Core.Pointer,
            $"{path} has the additional properties [{string.Join(", ", kept?.Keys ?? [])}], but [{string.Join(", ", unknown)}] were sent."));
    }

    /// <summary>Returns whether an item can be read. The client reports and skips the others.</summary>
    private static bool IsKept(Schema schema, JsonNode? item) => item is not null && (schema.IsObject() || schema.IsMap()
        ? item is JsonObject
        : schema.Type == "array" ? item is JsonArray : LeafRules.TypeOf(schema) == typeof(object) || LeafRules.Of(schema, item).Value is not null);

    private static IEnumerable<ReplayFailure> Untouched(Schema schema, JsonNode? sent, object? read, object? untouched, string path) =>
        IsUntouched(read, untouched) ? [] : [Different(schema, sent?.ToJsonString() ?? "nothing", read, path)];

    private static bool IsUntouched(object? read, object? untouched) =>
        Equals(read, untouched) || (read is ICollection { Count: 0 } && untouched is ICollection { Count: 0 })
        || (read is not null && untouched is not null && ClientTypes.IsObject(read.GetType()) && read.GetType() == untouched.GetType());

    private static ReplayFailure Different(Schema schema, string sent, object? read, string path)
    {
        var value = read switch { null => "null", DateTimeOffset time => time.ToString("O"), _ => $"{read}" };
        return new(schema.Site.Pointer, $"{path}: {Shorten(sent)} was sent, but {Shorten(value)} was read.");
    }

    private static string Shorten(string text) => text.Length > 120 ? text[..120] + "…" : text;
}
