using System.Text.Json.Nodes;

namespace Aurora.Contract.Tests.Replaying.Requests;

/// <summary>A body that a caller wants to send.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Body">The body of the operation.</param>
/// <param name="Name">A description of the case.</param>
/// <param name="Place">The JSON pointer of the tested part of the document.</param>
/// <param name="Create">Creates the JSON. Its read-only properties are set, but must not be sent.</param>
internal sealed record RequestCase(ReplayedOperation Operation, ReplayedBody Body, string Name, string Place, Func<JsonNode?> Create)
{
    /// <summary>Returns the cases for all operations that have a JSON body.</summary>
    public static IEnumerable<RequestCase> Of(IEnumerable<ReplayedOperation> operations) =>
        operations.SelectMany(operation => operation.Body is { } body ? Of(operation, body) : []);

    public override string ToString() => $"{Operation.Title} with {Name}";

    private static IEnumerable<RequestCase> Of(ReplayedOperation operation, ReplayedBody body)
    {
        Variant[] whole =
        [
            new("null", body.Pointer, () => null),
            new("nothing set", body.Pointer, () => SampleJson.Empty(body.Schema)),
            new("all properties", body.Pointer, () => SampleJson.Largest(body.Schema, 0)),
            new("required properties only", body.Pointer, () => ExpectedRequest.Sent(body.Schema, SampleJson.Smallest(body.Schema))),
        ];
        return whole.Concat(Variant.Of(body.Schema)).Select(variant => new RequestCase(operation, body, variant.Name, variant.Place, variant.Create));
    }
}
