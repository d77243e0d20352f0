using Aurora.Spec.Documents;

namespace Aurora.Contract.Tests.Replaying;

/// <summary>A method of the client, and the operation that it calls.</summary>
/// <param name="Method">The method.</param>
/// <param name="Operation">The operation.</param>
/// <param name="Arguments">Creates the arguments for these IDs, with a valid body.</param>
/// <param name="SelectsById">Whether the method returns only the items with the requested IDs, even if the response contains others.</param>
internal sealed record ClientRoute(ClientMethod Method, ReplayedOperation Operation, Func<IReadOnlyList<Guid>, Arguments> Arguments, bool SelectsById)
{
    public IEnumerable<ReplayFailure> CompareTypes(TypeComparison types) => CompareResponses(types).Concat((Operation.Body, Method.BodyParameter(Operation)) switch
    {
        ({ } body, { } parameter) => types.Compare(body.Schema, parameter.ParameterType),
        ({ } body, null) => [new ReplayFailure(body.Pointer, $"{Method} has no parameter for the body.")],
        _ => [],
    });

    /// <summary>Returns the schema of the result. For a method that returns one item of a list, this is the schema of the item.</summary>
    public Schema ResultSchema(ReplayedResponse response, Schema body) =>
        response.Items is { } item && Method.ResultType is { } type && ClientTypes.ItemOf(type) is null ? item : body;

    private IEnumerable<ReplayFailure> CompareResponses(TypeComparison types) => Operation.Responses.Where(response => response.IsSuccess).SelectMany(response =>
        (response.Body, Method.ResultType) switch
        {
            (null, null) => response.IsNotJson ? [new ReplayFailure(response.Pointer, $"{Operation.Title} {response.Code} is not JSON.")] : [],
            ({ } body, { } type) => types.Compare(ResultSchema(response, body), type),
            _ => [new ReplayFailure(
                response.Pointer,
                $"{Method} returns {Method.ResultType?.Name ?? "nothing"}, but {Operation.Title} {response.Code} has {response.Body?.ToString() ?? "no JSON body"}.")],
        });
}
