using YamlDotNet.RepresentationModel;

namespace Aurora.TestKit.Differential;

/// <summary>The description of a property in the document, as far as it affects reading.</summary>
internal sealed record SchemaProperty(string Name, SchemaType Type, bool IsRequired, bool IsNullable)
{
    /// <summary>Returns the properties of a schema in the order of the document.</summary>
    public static IReadOnlyList<SchemaProperty> Of(string schema)
    {
        var yaml = new YamlStream();
        using (var file = File.OpenText(Path.Combine(TestRepository.Root, "openapi", "aurora.yaml")))
            yaml.Load(file);
        var schemas = yaml.Documents[0].RootNode["components"]["schemas"];
        var required = Texts(schemas[schema], "required");
        return [.. ((YamlMappingNode)schemas[schema]["properties"]).Children.Select(pair => Of(pair.Key.ToString(), pair.Value, schemas, required.Contains(pair.Key.ToString())))];
    }

    private static SchemaProperty Of(string name, YamlNode node, YamlNode schemas, bool isRequired)
    {
        var type = Find(node, "allOf") is YamlSequenceNode { Children: [var reference] } ? schemas[reference["$ref"].ToString().Split('/')[^1]] : node;
        var schema = new SchemaType(type["type"].ToString(), Find(type, "format")?.ToString() ?? "", Texts(type, "enum"));
        return new SchemaProperty(name, schema, isRequired, Find(node, "nullable")?.ToString() == "true");
    }

    private static IReadOnlyList<string> Texts(YamlNode node, string key) => Find(node, key) is YamlSequenceNode texts ? [.. texts.Select(text => text.ToString())] : [];

    private static YamlNode? Find(YamlNode node, string key) => node is YamlMappingNode map && map.Children.TryGetValue(key, out var found) ? found : null;
}

/// <summary>The description of a value in the document.</summary>
/// <param name="Values">The values of an enum; otherwise empty.</param>
internal sealed record SchemaType(string Type, string Format, IReadOnlyList<string> Values);
