namespace Aurora.Testing.Documents;

/// <summary>An OpenAPI document.</summary>
internal sealed class ApiDocument
{
    private static readonly Lazy<ApiDocument> Resource = new(ReadResource);

    private static Tuple<string, ApiDocument>? _latest;

    private ApiDocument(JObject json)
    {
        var reader = new SchemaReader(json);
        var paths = json["paths"] as JObject ?? throw new FormatException("The document has no \"paths\".");
        Paths = [.. paths.Properties().Select(path => new ApiPath(path.Name, reader.Resolve(path.Value), json["security"], reader))];
        if (!Paths.Any(path => path.Operations.Count > 0))
            throw new FormatException("The document has no operations.");
        // A mistake in a schema must not become known with the first request.
        HashSet<Schema> schemas = [];
        foreach (var schema in Paths.SelectMany(path => path.Operations).SelectMany(operation => operation.Schemas))
            schema.Load(schemas);
        KeyHeaders = (json["components"]?["securitySchemes"] as JObject ?? []).Properties()
            .Select(scheme => (scheme.Name, Json: reader.Resolve(scheme.Value)))
            .ToDictionary(scheme => scheme.Name, scheme => Header(scheme.Json));
    }

    /// <summary>Gets the document that the client was generated from.</summary>
    public static ApiDocument Embedded => Resource.Value;

    public IReadOnlyList<ApiPath> Paths { get; }

    /// <summary>Gets the header of each security scheme by the name of the scheme, or null for a key that is not in a header.</summary>
    public IReadOnlyDictionary<string, string?> KeyHeaders { get; }

    /// <exception cref="FormatException">The text is not an OpenAPI document.</exception>
    public static ApiDocument Parse(string text)
    {
        // Many tests start a server with the same document.
        if (_latest is { } latest && latest.Item1 == text)
            return latest.Item2;
        try
        {
            var document = new ApiDocument(DocumentText.Parse(text));
            _latest = Tuple.Create(text, document);
            return document;
        }
        catch (Exception exception) when (exception is InvalidCastException or ArgumentException or OverflowException)
        {
            throw new FormatException($"The document is not valid: {exception.Message}", exception);
        }
    }

    private static string? Header(JObject scheme) => ((string?)scheme["type"], (string?)scheme["in"]) switch
    {
        ("apiKey", "header") => (string?)scheme["name"],
        ("apiKey", _) => null,
        _ => "Authorization",
    };

    private static ApiDocument ReadResource()
    {
        using var reader = new StreamReader(typeof(ApiDocument).Assembly.GetManifestResourceStream("aurora.yaml")!);
        return Parse(reader.ReadToEnd());
    }
}
