using Aurora.Client;

namespace Aurora.Testing.Serving;

/// <summary>Routes requests to the operations of the document, with the responses of Django to all others.</summary>
internal sealed class Router(Routes routes, Credentials credentials, OperationTable operations)
{
    public FakeResponse Respond(ReceivedRequest request)
    {
        if (routes.Find(request.Path) is { } found)
            return Respond(request, found.Path, found.Values).With("Allow", found.Path.Allow);
        if (request.Path.EndsWith('/') || routes.Find($"{request.Path}/") is null)
            return FakeResponse.NoPath();
        return FakeResponse.Redirect($"{request.Target.Path}/{request.Target.Query}");
    }

    private FakeResponse Respond(ReceivedRequest request, ApiPath path, IReadOnlyDictionary<string, string> values)
    {
        var operation = path.Operation(request.Method) ?? (request.Method == "HEAD" ? path.Operation("GET") : null);
        if (credentials.Reject(operation ?? path.Operations[0], request) is { } rejection)
            return rejection;
        if (operation is null)
        {
            return request.Method == "OPTIONS"
                ? Metadata(path)
                : FakeResponse.Detail(HttpStatusCode.MethodNotAllowed, $"Method \"{request.Method}\" not allowed.");
        }

        try
        {
            return operations.Run(new Call(request, operation, values));
        }
        catch (RejectedException exception)
        {
            return exception.Response;
        }
    }

    private static FakeResponse Metadata(ApiPath path) => FakeResponse.Json(HttpStatusCode.OK, new JObject
    {
        ["name"] = path.Template.Text,
        ["description"] = path.Operations[0].Description,
        ["renders"] = new JArray(path.Operations.Select(operation => operation.MediaType).OfType<string>().Distinct()),
        ["parses"] = new JArray(path.Operations.SelectMany(operation => operation.Bodies.Keys).Distinct()),
    });
}

/// <summary>Finds the operation of a request.</summary>
internal sealed class Routes(ApiDocument document)
{
    // A path without parameters takes precedence over one that has them.
    private readonly List<ApiPath> _paths = [.. document.Paths.OrderBy(path => path.Template.Parameters.Count)];

    /// <summary>Gets all operations, such as <c>GET /api/aurora/</c>.</summary>
    public IEnumerable<string> Operations =>
        document.Paths.SelectMany(path => path.Operations.Select(operation => $"{operation.Method} {path.Template.Text}"));

    /// <summary>Returns the path and the values of its parameters, or null if the document does not have it.</summary>
    public (ApiPath Path, IReadOnlyDictionary<string, string> Values)? Find(string path)
    {
        foreach (var candidate in _paths)
        {
            if (candidate.Template.Match(path) is { } values)
                return (candidate, values);
        }

        return null;
    }

    public ApiOperation? Operation(ReceivedRequest request) => Find(request.Path)?.Path.Operation(request.Method);
}

/// <summary>
/// Checks the keys that an operation requires. The header matchers of WireMock.Net cannot do so, because they ignore case. Any value is valid for
/// a key that is not one of the two keys of the API.
/// </summary>
internal sealed class Credentials(string apiId, string apiKey, ApiDocument document)
{
    /// <summary>Returns a 401 response, or null if the request has the keys of one of the alternatives.</summary>
    public FakeResponse? Reject(ApiOperation operation, ReceivedRequest request)
    {
        var alternatives = operation.Security.Select(Headers).ToList();
        var complete = alternatives.FindAll(headers => headers.TrueForAll(header => request.Headers[header].Count > 0));
        if (alternatives.Count == 0 || complete.Exists(headers => headers.TrueForAll(header => IsValid(header, request))))
            return null;
        var detail = complete.Count == 0 ? "Authentication credentials were not provided." : "Invalid API ID or API key.";
        return FakeResponse.Detail(HttpStatusCode.Unauthorized, detail).With("WWW-Authenticate", alternatives[0][^1]);
    }

    private List<string> Headers(IReadOnlyList<string> schemes) =>
        [.. schemes.Select(scheme => document.KeyHeaders.GetValueOrDefault(scheme)).OfType<string>()];

    private bool IsValid(string header, ReceivedRequest request) =>
        header.Equals(AuroraApi.IdHeader, StringComparison.OrdinalIgnoreCase) ? request.Headers[header] == apiId
        : !header.Equals(AuroraApi.KeyHeader, StringComparison.OrdinalIgnoreCase) || request.Headers[header] == apiKey;
}
