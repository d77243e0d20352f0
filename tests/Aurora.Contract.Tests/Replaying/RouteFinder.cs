using System.Text;
using Aurora.Client;
using Aurora.Contract.Tests.Replaying.Requests;
using Aurora.Contract.Tests.Replaying.Responses;
using Aurora.Testing.Serving;

namespace Aurora.Contract.Tests.Replaying;

/// <summary>Calls a method to find out which operation it calls, and with which parameters.</summary>
internal sealed class RouteFinder(
    IReadOnlyList<ReplayedOperation> operations, IReadOnlyList<ResponseCase> cases, ReplaySession session, AuroraDocument rules)
{
    private static readonly IReadOnlyList<Guid> UnusedIds =
        [Guid.Parse("aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa"), Guid.Parse("bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb")];

    /// <summary>Gets the requests that are not valid against the document.</summary>
    public List<ReplayFailure> Failures { get; } = [];

    /// <summary>Gets the JSON pointers of the operations and parameters that were used.</summary>
    public HashSet<string> Sent { get; } = [];

    /// <summary>Returns the first success response of each operation.</summary>
    public static Func<SentRequest, FakeResponse> SuccessOf(IReadOnlyList<ResponseCase> cases) => request =>
        cases.FirstOrDefault(candidate => candidate.Response.IsSuccess && candidate.Operation.Is(request.Method, request.Path)) is { } success
            ? new FakeResponse((System.Net.HttpStatusCode)success.Response.Status, Encoding.UTF8.GetBytes(success.Body ?? ""))
            : FakeResponse.Ok("[]"u8.ToArray());

    /// <summary>Returns the route of a method. If the method calls no operation in the document, adds a failure and returns null.</summary>
    public async Task<ClientRoute?> FindAsync(ClientMethod method)
    {
        session.Server.Respond = SuccessOf(cases);
        var minimal = await CallAsync(method, all: false);
        var complete = await CallAsync(method, all: true);
        _ = session.TakeDrifts();
        if (complete.Requests.Count == 0 || OperationOf(complete.Requests[0]) is not { } operation)
        {
            Failures.Add(new ReplayFailure("#/paths", $"{method} does not call an operation in the document."));
            return null;
        }

        Account(operation, minimal.Requests.Concat(complete.Requests));
        var selectsById = method.TakesIds && complete.Result is null or System.Collections.ICollection { Count: 0 };
        return new ClientRoute(method, operation, ids => Arguments(method, ids), selectsById);
    }

    private Arguments Arguments(ClientMethod method, IReadOnlyList<Guid> ids)
    {
        var arguments = new Arguments([.. operations.SelectMany(operation => operation.Parameters)], ids.Count > 0 ? ids : UnusedIds);
        // Only the name of a method tells in advance which body it takes.
        return operations.FirstOrDefault(operation => operation.MethodName == method.Name) is { Body.Schema: var schema } named
            && method.BodyParameter(named) is { } parameter
            && BodyArgument.TryCreate(schema, parameter.ParameterType, SampleJson.Largest(schema, 0), out var body)
            ? arguments.With(parameter, body)
            : arguments;
    }

    private async Task<(object? Result, IReadOnlyList<SentRequest> Requests)> CallAsync(ClientMethod method, bool all)
    {
        _ = session.Server.TakeRequests();
        object? result = null;
        try
        {
            result = await method.CallAsync(session.Client, Arguments(method, []), all);
        }
        catch (Exception exception) when (exception is AuroraApiException or ArgumentException)
        {
            Failures.Add(new ReplayFailure("#/paths", $"{method} failed: {exception.Message}"));
        }

        var requests = session.Server.TakeRequests();
        Failures.AddRange(requests.SelectMany(request => rules.CheckRequest(request).Concat(rules.CheckRequestBody(request))
            .Select(error => new ReplayFailure(OperationOf(request)?.Pointer ?? "#/paths", $"{method} sends {request}: {error}"))));
        return (result, requests);
    }

    private ReplayedOperation? OperationOf(SentRequest request) =>
        operations.FirstOrDefault(operation => operation.Is(request.Method, request.Path));

    private void Account(ReplayedOperation operation, IEnumerable<SentRequest> requests)
    {
        Sent.Add(operation.Pointer);
        foreach (var request in requests)
        {
            Sent.UnionWith(operation.Parameters.Where(parameter => parameter.In switch
            {
                "query" => request.Query.Any(pair => pair.Key == parameter.Name),
                "header" => request.HasHeader(parameter.Name),
                _ => true,
            }).Select(parameter => parameter.Site.Pointer));
        }
    }
}
