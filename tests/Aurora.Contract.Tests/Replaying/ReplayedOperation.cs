using System.Globalization;
using Aurora.Spec.Diffing;
using Aurora.Spec.Documents;
using Aurora.Spec.Validation;

namespace Aurora.Contract.Tests.Replaying;

/// <summary>An operation in a document.</summary>
internal sealed class ReplayedOperation(Operation operation)
{
    public string Title => operation.Title;

    public string Pointer => operation.Node.Pointer;

    /// <summary>Gets the name of the generated method. If the public method is hand-written, only the request is generated.</summary>
    public string GeneratedName => IsList ? "ListRequest" : MethodName;

    /// <summary>Gets a value that indicates whether the hand-written methods cannot read the list, because the document has pages of it.</summary>
    public bool IsPagedList => IsList && !ReturnsList;

    public string MethodName => (IsList, ReturnsList) switch
    {
        (false, _) => ClientNames.Method(operation.Id),
        (true, false) => "ListPageAsync",
        (true, true) => Parameters.All(parameter => parameter.Name is "ids" or "ordering") ? "ListAsync" : "ListFilteredAsync",
    };

    public IReadOnlyList<Parameter> Parameters => operation.Parameters;

    public IReadOnlyList<ReplayedResponse> Responses { get; } =
        [.. operation.Node["responses"]?.Children.Select(site => new ReplayedResponse(operation.Document, site)) ?? []];

    /// <summary>Gets the JSON body of the request, or null if the operation has none.</summary>
    public ReplayedBody? Body { get; } = ReplayedBody.Of(operation);

    private bool IsList => ClientNames.IsHandWritten(operation.Id);

    private bool ReturnsList => Responses.Any(response => response is { IsSuccess: true, Body.Type: "array" });

    public static IReadOnlyList<ReplayedOperation> Of(SpecDocument document) =>
        [.. PathsComparer.OperationsOf(document).Select(operation => new ReplayedOperation(operation))];

    /// <summary>Returns a request with a body, without the keys.</summary>
    public SentRequest Request(byte[] body) => new(operation.Method.ToUpperInvariant(), operation.Path.Name, [], [], body);

    public bool Is(string method, string path) =>
        Title.StartsWith(method + " ", StringComparison.Ordinal)
        && operation.Path.Name.Split('/').Length == path.Split('/').Length
        && operation.Path.Name.Split('/').Zip(path.Split('/')).All(pair => pair.First == pair.Second || (pair.First.StartsWith('{') && pair.Second.Length > 0));
}

/// <summary>The JSON body of a request.</summary>
/// <param name="Pointer">The JSON pointer of the body.</param>
/// <param name="Schema">The schema.</param>
/// <param name="IsPartial">Whether the body contains only the properties that change.</param>
internal sealed record ReplayedBody(string Pointer, Schema Schema, bool IsPartial)
{
    public static ReplayedBody? Of(Operation operation)
    {
        var site = operation.Node["requestBody"];
        return operation.Document.SchemaOf(operation.Document.Resolve(site)?.At("content", "application/json", "schema")) is { } schema
            ? new ReplayedBody(site!.Pointer, schema, operation.Method == "patch")
            : null;
    }
}

/// <summary>A response of an operation.</summary>
internal sealed class ReplayedResponse(SpecDocument document, SpecNode site)
{
    private readonly SpecNode _node = document.Resolve(site) ?? site;

    public string Pointer => site.Pointer;

    public string Code => site.Name;

    /// <summary>Gets the status code. For a range or the default response, this is one of the possible status codes.</summary>
    public int Status =>
        site.Name == "default" ? 418 : int.Parse(site.Name.Replace("X", "0", StringComparison.OrdinalIgnoreCase), CultureInfo.InvariantCulture);

    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>Gets the schema of the JSON body, or null if the response has none.</summary>
    public Schema? Body => document.SchemaOf(_node["content"]?["application/json"]?["schema"]);

    /// <summary>Gets the schema of the items, or null if the body is not a list.</summary>
    public Schema? Items => document.SchemaOf(Body?["items"]);

    /// <summary>Gets a value that indicates whether the response has a body that is not JSON.</summary>
    public bool IsNotJson => _node["content"] is { Children.Count: > 0 } && Body is null;
}
