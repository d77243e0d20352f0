using SharpYaml;
using SharpYaml.Serialization;

namespace Aurora.Testing.Documents;

/// <summary>Reads YAML, and therefore JSON, as JSON values.</summary>
internal static class DocumentText
{
    /// <exception cref="FormatException">The text is not valid, or its root is not a mapping.</exception>
    public static JObject Parse(string text)
    {
        // YAML does not allow all that JSON does: the escaped halves of a surrogate pair.
        if (text.AsSpan().TrimStart().StartsWith("{") && ReadJson(text) is { } json)
            return json;

        var yaml = new YamlStream();
        try
        {
            yaml.Load(new StringReader(text));
        }
        catch (YamlException exception)
        {
            throw new FormatException(exception.Message, exception);
        }

        return yaml.Documents.Count > 0 && Token(yaml.Documents[0].RootNode) is JObject root
            ? root
            : throw new FormatException("The root is not a mapping.");
    }

    private static JObject? ReadJson(string text)
    {
        try
        {
            using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None };
            return JObject.Load(reader);
        }
        catch (JsonReaderException)
        {
            return null;
        }
    }

    private static JToken Token(YamlNode node) => node switch
    {
        YamlMappingNode mapping => Mapping(mapping),
        YamlSequenceNode sequence => new JArray(sequence.Children.Select(Token)),
        YamlScalarNode { Style: ScalarStyle.Plain or ScalarStyle.Any } scalar => Plain(scalar.Value ?? ""),
        YamlScalarNode scalar => scalar.Value ?? "",
        _ => throw new FormatException($"An alias is not supported, in line {node.Start.Line + 1}."),
    };

    private static JObject Mapping(YamlMappingNode mapping)
    {
        var json = new JObject();
        foreach (var (key, value) in mapping.Children)
            json[(key as YamlScalarNode)?.Value ?? ""] = Token(value);
        return json;
    }

    // The core schema of YAML 1.2.
    private static JToken Plain(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => JValue.CreateNull(),
        "true" or "True" or "TRUE" => true,
        "false" or "False" or "FALSE" => false,
        _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer) => integer,
        _ when IsNumber(text) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        _ => text,
    };

    private static bool IsNumber(string text) => text.All(c => char.IsAsciiDigit(c) || c is '.' or '-' or '+' or 'e' or 'E');
}
