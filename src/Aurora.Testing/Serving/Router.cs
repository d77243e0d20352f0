using Aurora.Testing.Checking;
using Aurora.Testing.Resources;

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
