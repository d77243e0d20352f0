using System.Text.Json.Nodes;

namespace Aurora.Contract.Tests.Replaying.Responses;

/// <summary>A response of the API, created from the document.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Response">The response of the operation.</param>
/// <param name="Name">A description of the case.</param>
/// <param name="Place">The JSON pointer of the tested part of the document.</param>
/// <param name="CreateBody">Creates the JSON body, or null if the response has no body.</param>
/// <param name="IsReadable">Whether the body has the documented kind, so that the client can read it.</param>
internal sealed record ResponseCase(
    ReplayedOperation Operation, ReplayedResponse Response, string Name, string Place, Func<string>? CreateBody, bool IsReadable = true)
{
    private string? _body;
    private JsonNode? _sent;

    public string? Body => _body ??= CreateBody?.Invoke();

    public JsonNode? Sent => _sent ??= Body is null || !IsReadable ? null : JsonNode.Parse(Body);

    public override string ToString() => $"{Operation.Title} {Response.Code}: {Name}";
}
