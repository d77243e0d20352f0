namespace Aurora.Testing.Documents;

/// <summary>Reads schemas, and resolves references and compositions.</summary>
internal sealed class SchemaReader(JObject document)
{
    private static readonly string[] Unions = ["oneOf", "anyOf"];

    private readonly Dictionary<string, Schema> _referenced = [];

    /// <summary>Reads a schema. A reference to the same schema always returns the same object.</summary>
    public Schema Read(JToken? token)
    {
        if (token is not JObject json)
            return Schema.Any;
        if (json["$ref"] is null)
            return new Schema(Flat(json), this);
        var pointer = (string)json["$ref"]!;
        lock (_referenced)
        {
            if (!_referenced.TryGetValue(pointer, out var schema))
                _referenced.Add(pointer, schema = new Schema(Flat(json), this));
            return schema;
        }
    }

    /// <summary>Returns the part of the document that a reference names, or the value itself if it is not a reference.</summary>
    public JObject Resolve(JToken? token)
    {
        var json = token as JObject ?? [];
        for (var depth = 0; json["$ref"] is JValue { Value: string pointer }; depth++)
        {
            if (!pointer.StartsWith("#/", StringComparison.Ordinal) || depth > 100)
                throw new FormatException($"The reference {pointer} is not supported. Only references within the document are.");
            json = pointer[2..].Split('/').Aggregate<string, JToken?>(document, Step) as JObject
                ?? throw new FormatException($"The reference {pointer} has no target.");
        }

        return json;
    }

    private static JToken? Step(JToken? token, string name) =>
        (token as JObject)?[Uri.UnescapeDataString(name).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)];

    private JObject Flat(JObject schema, int depth = 0)
    {
        var json = Resolve(schema);
        if (depth > 100)
            throw new FormatException("A schema is composed of itself.");
        var flat = new JObject();
        foreach (var part in (json["allOf"] as JArray ?? []).OfType<JObject>())
            Merge(flat, Flat(part, depth + 1));
        foreach (var union in Unions.Select(name => json[name]).OfType<JArray>())
            Merge(flat, Union([.. union.OfType<JObject>().Select(variant => Flat(variant, depth + 1))]));
        Merge(flat, json);
        foreach (var composition in (string[])["allOf", .. Unions])
            flat.Remove(composition);
        return WithNull(flat);
    }

    // Django REST framework writes a choice that can be blank or null as a union of enumerations. Of other unions, the first variant is used.
    private static JObject Union(IReadOnlyList<JObject> variants)
    {
        var isNullable = variants.Any(IsNull);
        var others = variants.Where(variant => !IsNull(variant)).ToList();
        var union = new JObject();
        if (others.Count > 0)
            Merge(union, others[0]);
        if (others.Count > 1 && others.All(variant => variant["enum"] is JArray))
            union["enum"] = new JArray(others.SelectMany(variant => variant["enum"]!));
        if (isNullable)
            union["nullable"] = true;
        return union;
    }

    private static bool IsNull(JObject variant) =>
        (string?)(variant["type"] as JValue) == "null" || variant["enum"] is JArray { Count: 1 } choices && choices[0].Type == JTokenType.Null;

    // OpenAPI 3.1 writes nullable types as lists, and an exclusive limit as a number.
    private static JObject WithNull(JObject flat)
    {
        if (flat["type"] is JArray types)
        {
            flat["nullable"] = types.Values<string>().Contains("null");
            flat["type"] = types.Values<string>().FirstOrDefault(type => type != "null");
        }

        if (flat["enum"] is JArray choices && choices.Any(choice => choice.Type == JTokenType.Null))
            flat["nullable"] = true;
        foreach (var (exclusive, limit) in (ReadOnlySpan<(string, string)>)[("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")])
        {
            if (flat[exclusive] is JValue { Type: JTokenType.Integer or JTokenType.Float } value)
                (flat[limit], flat[exclusive]) = (value.DeepClone(), true);
        }

        return flat;
    }

    private static void Merge(JObject target, JObject source)
    {
        foreach (var (name, value) in source)
        {
            if (name == "properties" && target[name] is JObject properties)
                Merge(properties, (JObject)value!);
            else if (name == "required" && target[name] is JArray required)
                target[name] = new JArray(required.Union(value!, JToken.EqualityComparer));
            else
                target[name] = value!.DeepClone();
        }
    }
}
