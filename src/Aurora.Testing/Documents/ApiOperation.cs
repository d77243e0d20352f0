namespace Aurora.Testing.Documents;

/// <summary>An operation of the document.</summary>
internal sealed class ApiOperation
{
    private const string Json = "application/json";

    public ApiOperation(string method, JObject json, JToken? sharedParameters, JToken? defaultSecurity, SchemaReader reader)
    {
        Method = method.ToUpperInvariant();
        Id = (string?)json["operationId"] ?? "";
        Description = ((string?)json["description"] ?? "").Trim();
        var own = Parameters(json["parameters"], reader);
        All = [.. own, .. Parameters(sharedParameters, reader).ExceptBy(own.Select(Key), Key)];
        Bodies = Contents(reader.Resolve(json["requestBody"]), reader);
        Security = [.. ((json["security"] ?? defaultSecurity) as JArray ?? []).OfType<JObject>()
            .Select(schemes => schemes.Properties().Select(scheme => scheme.Name).ToList())];

        var success = (json["responses"] as JObject ?? []).Properties()
            .Where(response => response.Name.StartsWith('2')).OrderBy(response => response.Name).FirstOrDefault();
        Status = int.TryParse(success?.Name, NumberStyles.None, CultureInfo.InvariantCulture, out var status) ? status : 200;
        var contents = Contents(reader.Resolve(success?.Value), reader);
        MediaType = contents.Count == 0 ? null : contents.ContainsKey(Json) ? Json : contents.Keys.First();
        Response = MediaType is null ? null : contents[MediaType];
    }

    public string Method { get; }

    public string Id { get; }

    public string Description { get; }

    public IReadOnlyList<ApiParameter> All { get; }

    public IEnumerable<ApiParameter> Query => All.Where(parameter => parameter.In == "query");

    /// <summary>Gets the schemas of the request bodies by media type.</summary>
    public IReadOnlyDictionary<string, Schema> Bodies { get; }

    /// <summary>Gets the alternatives, each of which is a list of security schemes that a request must satisfy.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Security { get; }

    public int Status { get; }

    /// <summary>Gets the media type of a successful response, or null if it has no body.</summary>
    public string? MediaType { get; }

    public Schema? Response { get; }

    public IEnumerable<Schema> Schemas => All.Select(parameter => parameter.Schema).Concat(Bodies.Values).Append(Response ?? Schema.Any);

    public bool IsJson => MediaType == Json;

    private static (string Name, string In) Key(ApiParameter parameter) => (parameter.Name, parameter.In);

    private static List<ApiParameter> Parameters(JToken? parameters, SchemaReader reader) =>
        [.. (parameters as JArray ?? []).Select(parameter => new ApiParameter(reader.Resolve(parameter), reader))];

    private static Dictionary<string, Schema> Contents(JObject message, SchemaReader reader) =>
        (message["content"] as JObject ?? []).Properties()
            .ToDictionary(media => media.Name, media => reader.Read(media.Value["schema"]), StringComparer.OrdinalIgnoreCase);
}

/// <summary>A parameter of an operation.</summary>
internal sealed class ApiParameter(JObject json, SchemaReader reader)
{
    public string Name { get; } = (string?)json["name"] ?? "";

    /// <summary>Gets the location: <c>path</c>, <c>query</c>, <c>header</c> or <c>cookie</c>.</summary>
    public string In { get; } = (string?)json["in"] ?? "";

    public bool IsRequired { get; } = (bool?)json["required"] ?? false;

    public string Description { get; } = (string?)json["description"] ?? "";

    /// <summary>Gets a value that indicates whether each element of a list is a parameter.</summary>
    public bool IsExploded { get; } = (bool?)json["explode"] ?? true;

    public Schema Schema { get; } = reader.Read(json["schema"]);
}
