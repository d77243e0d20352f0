using Aurora.Testing.Checking;
using Aurora.Testing.Serving;

namespace Aurora.Testing.Resources;

/// <summary>A request for an operation of the document.</summary>
/// <param name="Request">The request.</param>
/// <param name="Operation">The operation.</param>
/// <param name="PathValues">The values of the parameters in the path.</param>
internal sealed record Call(ReceivedRequest Request, ApiOperation Operation, IReadOnlyDictionary<string, string> PathValues)
{
    /// <summary>Returns the values of the query parameters and headers that the request sets.</summary>
    /// <param name="except">The parameters that are not checked.</param>
    /// <exception cref="RejectedException">A parameter is not valid.</exception>
    public JObject Parameters(params IReadOnlyList<string> except) =>
        QueryCheck.Check(Operation.All.Where(parameter => !except.Contains(parameter.Name)), ValuesOf).ObjectOrReject();

    /// <summary>Returns the properties that the body sets.</summary>
    /// <param name="isPartial">Whether required properties can be missing.</param>
    /// <exception cref="RejectedException">The body is not valid.</exception>
    public JObject Body(bool isPartial = false) => BodyReader.Read(Operation, Request, isPartial);

    private IReadOnlyList<string> ValuesOf(ApiParameter parameter) => parameter.In == "query"
        ? [.. Request.Query.Where(pair => pair.Key == parameter.Name).Select(pair => pair.Value)]
        : [.. Request.Headers[parameter.Name].OfType<string>()];
}
