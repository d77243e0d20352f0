namespace Aurora.Testing.Documents;

/// <summary>A path of the document and its operations.</summary>
internal sealed class ApiPath
{
    // The order in which Django REST framework lists them in the Allow header.
    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE"];

    public ApiPath(string path, JObject json, JToken? security, SchemaReader reader)
    {
        Template = new PathTemplate(path);
        Operations = [.. json.Properties()
            .Where(property => Methods.Contains(property.Name.ToUpperInvariant()))
            .Select(property => new ApiOperation(property.Name, (JObject)property.Value, json["parameters"], security, reader))];
        Allow = string.Join(", ", Methods.Where(IsAllowed));
    }

    public PathTemplate Template { get; }

    public IReadOnlyList<ApiOperation> Operations { get; }

    public string Allow { get; }

    public ApiOperation? Operation(string method) => Operations.FirstOrDefault(operation => operation.Method == method);

    private bool IsAllowed(string method) =>
        method == "OPTIONS" || Operation(method) is not null || (method == "HEAD" && Operation("GET") is not null);
}

/// <summary>A path of the document, such as <c>/api/aurora/{id}/</c>.</summary>
internal sealed partial class PathTemplate
{
    private readonly Regex _form;

    public PathTemplate(string text)
    {
        Text = text;
        Parameters = [.. Parameter().Matches(text).Select(match => match.Groups[1].Value)];
        // A router of Django REST framework allows neither a slash nor a period in a value.
        var groups = Parameter().Split(text).Select((part, index) => index % 2 == 0 ? Regex.Escape(part) : "([^/.]+)");
        _form = new Regex($@"\A{string.Concat(groups)}\z", RegexOptions.CultureInvariant);
    }

    public string Text { get; }

    public IReadOnlyList<string> Parameters { get; }

    /// <summary>Gets the path of the collection if the last segment is a parameter; otherwise, null.</summary>
    public string? Collection => LastParameter().Match(Text) is { Success: true } match ? match.Groups[1].Value : null;

    /// <summary>Returns the values of the parameters, or null if the path is a different one.</summary>
    public IReadOnlyDictionary<string, string>? Match(string path)
    {
        var match = _form.Match(path);
        return match.Success
            ? Parameters.Select((name, index) => (name, match.Groups[index + 1].Value)).ToDictionary(pair => pair.name, pair => pair.Value)
            : null;
    }

    [GeneratedRegex(@"\{([^}]*)\}")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"\A(.*/)\{[^}]*\}/?\z")]
    private static partial Regex LastParameter();
}
