using Aurora.Spec.Documents;

namespace Aurora.Contract.Tests.Replaying;

/// <summary>A method of the client, and the operation that it calls.</summary>
/// <param name="Method">The method.</param>
/// <param name="Operation">The operation.</param>
/// <param name="Arguments">Makes arguments with these ids in them.</param>
/// <param name="Chooses">Whether it hands out only what it was asked for by id, whatever the API answers.</param>
internal sealed record ClientRoute(ClientMethod Method, ReplayedOperation Operation, Func<IReadOnlyList<Guid>, Arguments> Arguments, bool Chooses)
{
    public IEnumerable<ReplayFailure> CompareTypes(TypeComparison types) => Operation.Responses.Where(response => response.IsSuccess).SelectMany(response =>
        (response.Body, Method.ResultType) switch
        {
            (null, null) => response.IsOfOtherForm ? [new ReplayFailure(response.Pointer, $"{Operation.Title} {response.Code} is not JSON.")] : [],
            ({ } body, { } type) => types.Compare(Reads(response, body), type),
            _ => [new ReplayFailure(response.Pointer, $"{Method} reads {Method.ResultType?.Name ?? "nothing"}, and {Operation.Title} {response.Code} has {response.Body?.ToString() ?? "no JSON"}.")],
        });

    /// <summary>What a method hands out that finds one of a list: the item.</summary>
    public Schema Reads(ReplayedResponse response, Schema body) =>
        response.Items is { } item && Method.ResultType is { } type && ClientTypes.ItemOf(type) is null ? item : body;
}
