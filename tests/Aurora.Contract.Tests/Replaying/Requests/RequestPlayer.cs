using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using Aurora.Client;

namespace Aurora.Contract.Tests.Replaying.Requests;

/// <summary>Passes one body to the methods of the client, and checks what the server receives.</summary>
internal sealed class RequestPlayer(ReplaySession session, RequestCase replayed, AuroraDocument rules, ISet<string> accounted)
{
    private readonly ReplayedBody _body = replayed.Body;

    public async Task<IReadOnlyList<ReplayFailure>> PlayAsync(ClientRoute route)
    {
        if (route.Method.BodyParameter(replayed.Operation) is not { } parameter)
            return [];
        if (replayed.Create() is not { } asked)
            return await PlayNullAsync(route, parameter);
        var expected = ExpectedRequest.Sent(_body.Schema, asked);
        var refused = ExpectedRequest.Refused(_body, expected);
        if (!BodyArgument.TryCreate(_body.Schema, parameter.ParameterType, asked, out var argument))
        {
            // Other values that C# cannot express occur only in responses.
            return refused.Count == 0 && ExpectedRequest.IsDocumented(_body, expected) && !BodyArgument.TryCreate(_body.Schema, parameter.ParameterType, expected, out _)
                ? [new ReplayFailure(replayed.Place, $"The value is valid, but {parameter.ParameterType.Name} cannot express it.")]
                : [];
        }

        accounted.Add(_body.Pointer);
        accounted.UnionWith(ReplayInventory.SchemasOf(_body.Schema, asked).Select(ReplayInventory.InRequest));
        var (refusal, requests) = await SendAsync(route, parameter, argument);
        return [.. refused.Count > 0
            ? CompareRefusal(refused, expected, refusal, requests)
            : CompareRequest(expected, refusal, requests)];
    }

    private async Task<IReadOnlyList<ReplayFailure>> PlayNullAsync(ClientRoute route, ParameterInfo parameter)
    {
        var (refusal, requests) = await SendAsync(route, parameter, null);
        return refusal is ArgumentNullException && requests.Count == 0 ? [] : [new ReplayFailure(_body.Pointer, "Null did not throw an ArgumentNullException.")];
    }

    private async Task<(ArgumentException? Refusal, IReadOnlyList<SentRequest> Requests)> SendAsync(ClientRoute route, ParameterInfo parameter, object? argument)
    {
        _ = session.Server.TakeRequests();
        ArgumentException? refusal = null;
        try
        {
            await route.Method.CallAsync(session.Client, route.Arguments([]).With(parameter, argument), all: true);
        }
        catch (ArgumentException exception) when (exception.ParamName == parameter.Name)
        {
            refusal = exception;
        }

        return (refusal, session.Server.TakeRequests());
    }

    private IEnumerable<ReplayFailure> CompareRefusal(
        IReadOnlyList<SchemaMember> refused, JsonNode? expected, ArgumentException? refusal, IReadOnlyList<SentRequest> requests)
    {
        var unnamed = refused.Where(member => refusal?.Message.Contains($"\"{member.Name}\"", StringComparison.Ordinal) != true);
        foreach (var member in unnamed)
            yield return new ReplayFailure(member.Schema.Site.Pointer, $"{member.Name} is not valid, but {(refusal is null ? "the body was accepted" : $"the message is: {refusal.Message}")}");
        if (requests.Count > 0)
            yield return new ReplayFailure(refused[0].Schema.Site.Pointer, "The body was sent, although it is not valid.");
        var json = Encoding.UTF8.GetBytes(expected?.ToJsonString() ?? "null");
        if (rules.CheckRequestBody(replayed.Operation.Request(json)).Count == 0)
            yield return new ReplayFailure(refused[0].Schema.Site.Pointer, $"The client must refuse {refused[0].Name}, but the body is valid against the document.");
    }

    private IEnumerable<ReplayFailure> CompareRequest(JsonNode? expected, ArgumentException? refusal, IReadOnlyList<SentRequest> requests)
    {
        if (refusal is not null || requests is not [var request])
            return [new ReplayFailure(replayed.Place, $"The body is allowed, but {requests.Count} requests were sent. {refusal?.Message}")];
        var errors = ExpectedRequest.IsDocumented(_body, expected) ? rules.CheckRequestBody(request) : [];
        return rules.CheckRequest(request).Concat(errors).Select(error => new ReplayFailure(replayed.Place, $"The request is not valid: {error}"))
            .Concat(SentComparison.Compare(_body.Schema, expected, JsonNode.Parse(request.Body), "$"));
    }
}
