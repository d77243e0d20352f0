using System.Text.Json.Nodes;

namespace Aurora.Contract.Tests.Replaying;

/// <summary>One answer of the API, made from the document.</summary>
/// <param name="Operation">Whose answer it is.</param>
/// <param name="Response">Which of its responses.</param>
/// <param name="Name">In words, what is particular about it.</param>
/// <param name="Place">What of the document it is about, as a JSON pointer.</param>
/// <param name="Made">Makes its JSON; null for none.</param>
/// <param name="IsReadable">Whether it is of the kind that the document promises, so that there is something to read.</param>
internal sealed record ReplayCase(ReplayedOperation Operation, ReplayedResponse Response, string Name, string Place, Func<string>? Made, bool IsReadable = true)
{
    private string? _body;
    private JsonNode? _sent;

    public string? Body => _body ??= Made?.Invoke();

    public JsonNode? Sent => _sent ??= Body is null || !IsReadable ? null : JsonNode.Parse(Body);

    public override string ToString() => $"{Operation.Title} {Response.Code}: {Name}";
}
