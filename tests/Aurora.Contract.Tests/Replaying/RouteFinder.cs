using System.Text;
using Aurora.Client;
using Aurora.Document;
using Aurora.Testing.Serving;

namespace Aurora.Contract.Tests.Replaying;

/// <summary>Calls a method and looks at which operation it asked, and how.</summary>
internal sealed class RouteFinder(IReadOnlyList<ReplayedOperation> operations, IReadOnlyList<ReplayCase> cases, ReplayStage stage, AuroraDocument rules)
{
    private static readonly IReadOnlyList<Guid> NobodysIds = [Guid.Parse("aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa"), Guid.Parse("bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb")];

    /// <summary>Requests that the document does not have.</summary>
    public List<ReplayFailure> Failures { get; } = [];

    /// <summary>The operations and parameters that have been asked and sent, as JSON pointers.</summary>
    public HashSet<string> Sent { get; } = [];

    /// <returns>Null where it asks for nothing that the document has; then that is a failure.</returns>
    public async Task<ClientRoute?> FindAsync(ClientMethod method)
    {
        stage.Server.Answer = request => OperationOf(request) is { } asked && cases.FirstOrDefault(candidate => candidate.Operation == asked && candidate.Response.IsSuccess) is { } usual
            ? new Answer((System.Net.HttpStatusCode)usual.Response.Status, Encoding.UTF8.GetBytes(usual.Body ?? ""))
            : Answer.Ok("[]"u8.ToArray());
        var least = await CallAsync(method, all: false);
        var most = await CallAsync(method, all: true);
        _ = stage.TakeDrifts();
        if (most.Requests.Count == 0 || OperationOf(most.Requests[0]) is not { } operation)
        {
            Failures.Add(new ReplayFailure("#/paths", $"{method} calls no operation that the document has."));
            return null;
        }

        Account(operation, least.Requests.Concat(most.Requests));
        var chooses = method.TakesIds && most.Result is null or System.Collections.ICollection { Count: 0 };
        return new ClientRoute(method, operation, Arguments, chooses);
    }

    private Arguments Arguments(IReadOnlyList<Guid> ids) => new([.. operations.SelectMany(operation => operation.Parameters)], ids.Count > 0 ? ids : NobodysIds);

    private async Task<(object? Result, IReadOnlyList<SentRequest> Requests)> CallAsync(ClientMethod method, bool all)
    {
        _ = stage.Server.TakeRequests();
        object? result = null;
        try
        {
            result = await method.CallAsync(stage.Client, Arguments([]), all);
        }
        catch (Exception exception) when (exception is AuroraApiException or ArgumentException)
        {
            Failures.Add(new ReplayFailure("#/paths", $"{method} fails: {exception.Message}"));
        }

        var requests = stage.Server.TakeRequests();
        Failures.AddRange(requests.SelectMany(request => rules.CheckRequest(request)
            .Select(fault => new ReplayFailure(OperationOf(request)?.Pointer ?? "#/paths", $"{method} asks {request}: {fault}"))));
        return (result, requests);
    }

    private ReplayedOperation? OperationOf(SentRequest request) => operations.FirstOrDefault(operation => operation.Is(request.Method, request.Path));

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
