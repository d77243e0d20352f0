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
    public string GeneratedName => ClientNames.IsHandWritten(operation.Id) ? MethodName[..^"Async".Length] + "Request" : MethodName;

    public string MethodName => ClientNames.Method(operation.Id);

    public IReadOnlyList<Parameter> Parameters => operation.Parameters;

    public IReadOnlyList<ReplayedResponse> Responses { get; } =
        [.. operation.Node["responses"]?.Children.Select(site => new ReplayedResponse(operation.Side, site)) ?? []];

    public static IReadOnlyList<ReplayedOperation> Of(SpecDocument document)
    {
        var side = new Side(document);
        return [.. document.Root["paths"]?.Children.SelectMany(path =>
            SpecOperations.Of(document, path).Select(node => new ReplayedOperation(new Operation(side, path, node)))) ?? []];
    }

    public bool Is(string method, string path) =>
        Title.StartsWith(method + " ", StringComparison.Ordinal)
        && operation.Path.Name.Split('/').Length == path.Split('/').Length
        && operation.Path.Name.Split('/').Zip(path.Split('/')).All(pair => pair.First == pair.Second || (pair.First.StartsWith('{') && pair.Second.Length > 0));
}

/// <summary>A response of an operation.</summary>
internal sealed class ReplayedResponse(Side side, SpecNode site)
{
    private readonly SpecNode _node = side.Resolve(site) ?? site;

    public string Pointer => site.Pointer;

    public string Code => site.Name;

    /// <summary>Gets the status code. For a range or the default response, this is one of the possible status codes.</summary>
    public int Status =>
        site.Name == "default" ? 418 : int.Parse(site.Name.Replace("X", "0", StringComparison.OrdinalIgnoreCase), CultureInfo.InvariantCulture);

    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>Gets the schema of the JSON body, or null if the response has none.</summary>
    public Schema? Body => side.SchemaOf(_node["content"]?["application/json"]?["schema"]);

    /// <summary>Gets the schema of the items, or null if the body is not a list.</summary>
    public Schema? Items => side.SchemaOf(Body?["items"]);

    /// <summary>Gets a value that indicates whether the response has a body that is not JSON.</summary>
    public bool IsNotJson => _node["content"] is { Children.Count: > 0 } && Body is null;
}
