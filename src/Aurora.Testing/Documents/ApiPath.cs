using Newtonsoft.Json.Linq;

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

    /// <summary>Gets the value of the <c>Allow</c> header.</summary>
    public string Allow { get; }

    public ApiOperation? Operation(string method) => Operations.FirstOrDefault(operation => operation.Method == method);

    private bool IsAllowed(string method) =>
        method == "OPTIONS" || Operation(method) is not null || (method == "HEAD" && Operation("GET") is not null);
}
