using System.Text.Json.Nodes;
using Aurora.Spec.Documents;

namespace Aurora.Contract.Tests.Replaying.Responses;

/// <summary>
/// Creates the replay cases for all responses: bodies that are valid against the schema, edge cases, and bodies that are almost valid.
/// </summary>
/// <param name="operations">The operations.</param>
/// <param name="manyItems">The number of items in a long list.</param>
internal sealed class ResponseCases(IReadOnlyList<ReplayedOperation> operations, int manyItems)
{
    public IEnumerable<ResponseCase> Cases() =>
        operations.SelectMany(operation => operation.Responses.SelectMany(response => Cases(operation, response)));

    private IEnumerable<ResponseCase> Cases(ReplayedOperation operation, ReplayedResponse response)
    {
        if (response.Body is not { } schema)
            return [new ResponseCase(operation, response, "no body", response.Pointer, null)];
        Variant[] bodies =
        [
            new("all properties", response.Pointer, () => SampleJson.Largest(schema, 0)),
            new("required properties only", response.Pointer, () => SampleJson.Smallest(schema)),
        ];
        if (!response.IsSuccess)
            return bodies.Select(body => Case(operation, response, body)).Append(new ResponseCase(operation, response, "no body", response.Pointer, null));
        return bodies.Concat(Variant.Of(schema)).Concat(Many(schema, response))
            .Select(body => Case(operation, response, body)).Concat(Unreadable(operation, response, schema));
    }

    private static ResponseCase Case(ReplayedOperation operation, ReplayedResponse response, Variant body) =>
        new(operation, response, body.Name, body.Place, () => body.Create()?.ToJsonString() ?? "null");

    private static IEnumerable<ResponseCase> Unreadable(ReplayedOperation operation, ReplayedResponse response, Schema schema) =>
        new[] { schema.Type == "array" ? "{}" : "[]", "null", "", "<html>" }.Select(body => new ResponseCase(
            operation, response, $"unreadable body: {(body.Length == 0 ? "(empty)" : body)}", response.Pointer, () => body, IsReadable: false));

    private IEnumerable<Variant> Many(Schema schema, ReplayedResponse response)
    {
        if (schema.Type != "array")
            return [];
        var items = Enumerable.Range(0, manyItems).Select(number => SampleJson.Largest(schema.Inner(), number));
        return [new($"{manyItems} items", response.Pointer, () => new JsonArray([.. items]))];
    }
}
