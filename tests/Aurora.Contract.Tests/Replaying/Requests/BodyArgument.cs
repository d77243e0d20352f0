using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;
using Aurora.Client;
using Aurora.Spec.Documents;

namespace Aurora.Contract.Tests.Replaying.Requests;

/// <summary>Creates the argument that a caller passes to send JSON. It sets only the properties that the JSON contains.</summary>
internal static class BodyArgument
{
    /// <returns>False if C# cannot express the JSON: the text "twelve" as a number, for example.</returns>
    public static bool TryCreate(Schema schema, Type type, JsonNode? json, out object? value)
    {
        value = null;
        if (json is null)
            return !type.IsValueType || Nullable.GetUnderlyingType(type) is not null;
        type = ClientTypes.WithoutNull(type);
        if (type == typeof(object))
        {
            value = json.DeepClone();
            return true;
        }

        value = json switch
        {
            JsonObject members when schema.IsObject() => Object(schema, type, members),
            JsonObject entries when schema.IsMap() => Map(schema, type, entries),
            JsonArray items when schema.Type == "array" => List(schema, type, items),
            JsonValue => Leaf(schema, type, json),
            _ => null,
        };
        return type.IsInstanceOfType(value);
    }

    private static object? Object(Schema schema, Type type, JsonObject json)
    {
        var properties = ClientTypes.PropertiesOf(type);
        var members = schema.Members().ToDictionary(member => member.Name);
        var value = Activator.CreateInstance(type)!;
        var additional = new Dictionary<string, object?>();
        foreach (var (name, sent) in json)
        {
            if (!members.TryGetValue(name, out var member) || !properties.TryGetValue(name, out var property))
                additional[name] = sent?.DeepClone();
            else if (TryCreate(member.Schema, property.PropertyType, sent, out var inner))
                property.SetValue(value, inner);
            else
                return null;
        }

        if (additional.Count > 0)
            type.GetProperty("AdditionalProperties")?.SetValue(value, additional);
        return value;
    }

    private static IDictionary? Map(Schema schema, Type type, JsonObject json)
    {
        if (ClientTypes.ItemOf(type) is not { } item)
            return null;
        var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeof(string), item))!;
        foreach (var (key, sent) in json)
        {
            if (!TryCreateItem(schema, item, sent, out var inner))
                return null;
            map[key] = inner;
        }

        return map;
    }

    private static Array? List(Schema schema, Type type, JsonArray json)
    {
        if (ClientTypes.ItemOf(type) is not { } item)
            return null;
        var list = Array.CreateInstance(item, json.Count);
        for (var at = 0; at < json.Count; at++)
        {
            if (!TryCreateItem(schema, item, json[at], out var inner))
                return null;
            list.SetValue(inner, at);
        }

        return list;
    }

    // The type of an item that must not be null is not nullable in C#.
    private static bool TryCreateItem(Schema schema, Type type, JsonNode? json, out object? value) =>
        TryCreate(schema.Inner(), type, json, out value) && (json is not null || schema.Inner().IsNullable);

    private static object? Leaf(Schema schema, Type type, JsonNode json)
    {
        if (LeafRules.Of(schema, json) is not { Value: { } value } expected)
            return null;
        if (type == typeof(Uri))
            return Uri.TryCreate(value as string, UriKind.RelativeOrAbsolute, out var address) ? address : null;
        if (expected.Drift is not (null or SchemaDriftKind.UnknownValue))
            return null;
        return type.IsEnum ? Enum.ToObject(type, value) : ClientTypes.KnownValuesOf(type) is not null ? Activator.CreateInstance(type, value) : value;
    }
}
