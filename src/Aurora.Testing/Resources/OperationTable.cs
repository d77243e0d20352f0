using Aurora.Client;

namespace Aurora.Testing.Resources;

/// <summary>
/// Implements every operation of a document. The suffix of its ID and its path tell which convention of Django REST framework it follows.
/// </summary>
internal sealed class OperationTable
{
    private readonly Dictionary<ApiOperation, Func<Call, FakeResponse>> _operations = [];
    private readonly Dictionary<string, Resource> _resources = [];
    private readonly ApiDocument _document;
    private readonly VideoFactory _factory;

    public OperationTable(ApiDocument document, VideoFactory factory)
    {
        (_document, _factory) = (document, factory);
        foreach (var path in document.Paths)
        {
            if (CollectionOf(path) is { } collection && !_resources.ContainsKey(collection) && Create(collection) is { } resource)
                _resources.Add(collection, resource);
        }

        foreach (var path in document.Paths)
        {
            foreach (var operation in path.Operations)
                _operations.Add(operation, Convention(path, operation) ?? new Actions(factory, Parent(path)).Run);
        }
    }

    /// <summary>Gets the store of the videos: that of the path of the client, or of the first resource. Returns null without one.</summary>
    public ItemStore? Videos => (_resources.GetValueOrDefault(AuroraApi.ListPath) ?? _resources.Values.FirstOrDefault())?.Store;

    public FakeResponse Run(Call call) => _operations[call.Operation](call);

    private static string? CollectionOf(ApiPath path) =>
        path.Template.Collection ?? (path.Operations.Any(IsOfCollection) ? path.Template.Text : null);

    private static bool IsOfCollection(ApiOperation operation) => HasSuffix(operation, "list") || HasSuffix(operation, "create");

    private static bool HasSuffix(ApiOperation operation, string suffix) =>
        operation.Id == suffix || operation.Id.EndsWith($"_{suffix}", StringComparison.Ordinal);

    private Resource? Create(string collection)
    {
        var list = _document.Paths.FirstOrDefault(path => path.Template.Text == collection);
        var detail = _document.Paths.FirstOrDefault(path => path.Template.Collection == collection);
        var isList = list?.Operations.Any(operation => HasSuffix(operation, "list")) == true;
        if (detail is null && !isList && list!.Template.Parameters.Count > 0)
            return null;

        var schemas = new[] { detail, list }.OfType<ApiPath>().SelectMany(path => path.Operations).Select(ItemSchema).OfType<Schema>();
        if (schemas.MaxBy(schema => schema.Properties.Count) is not { } item)
            return null;
        var lookup = detail?.Template.Parameters[^1];
        // An operation that only creates items adds them to the list of the same items.
        if (detail is null && !isList && _resources.Values.FirstOrDefault(other => other.Store.Shape.Schema == item) is { } same)
            return same;
        var shape = new ItemShape(item, lookup);
        return shape.Identity is null ? null : new Resource(_factory.CreateStore(shape), _factory, lookup);
    }

    private static Schema? ItemSchema(ApiOperation operation)
    {
        if (!operation.IsJson || operation.Response is not { } response)
            return null;
        var item = !HasSuffix(operation, "list") ? response
            : response.Type == "array" ? response.Items
            : Page.ResultsOf(response) is { } results ? response.Property(results)!.Items
            : null;
        return item?.Properties.Count > 0 ? item : null;
    }

    private Func<Call, FakeResponse>? Convention(ApiPath path, ApiOperation operation)
    {
        if (CollectionOf(path) is not { } collection || !_resources.TryGetValue(collection, out var resource))
            return null;
        return (path.Template.Collection is null, operation.Method) switch
        {
            (true, "GET") when HasSuffix(operation, "list") && ItemSchema(operation) is not null => resource.List,
            (true, "POST") when HasSuffix(operation, "create") => resource.Create,
            (false, "GET") when HasSuffix(operation, "retrieve") => resource.Retrieve,
            (false, "PUT") when HasSuffix(operation, "update") => resource.Update,
            (false, "PATCH") when HasSuffix(operation, "partial_update") => resource.Update,
            (false, "DELETE") when HasSuffix(operation, "destroy") => resource.Destroy,
            _ => null,
        };
    }

    // The resource of /a/{id}/ is the parent of /a/{id}/file/.
    private Resource? Parent(ApiPath path) => _document.Paths
        .Where(other => other.Template.Collection is { } collection && _resources.ContainsKey(collection)
            && path.Template.Text.StartsWith(other.Template.Text, StringComparison.Ordinal))
        .OrderByDescending(other => other.Template.Text.Length)
        .Select(other => _resources[other.Template.Collection!]).FirstOrDefault();
}

/// <summary>A request for an operation of the document.</summary>
internal sealed record Call(ReceivedRequest Request, ApiOperation Operation, IReadOnlyDictionary<string, string> PathValues)
{
    /// <summary>Returns the values of the query parameters and headers that the request sets.</summary>
    /// <exception cref="RejectedException">A parameter is not valid.</exception>
    public JObject Parameters(params IReadOnlyList<string> except) =>
        QueryCheck.Check(Operation.All.Where(parameter => !except.Contains(parameter.Name)), ValuesOf).ObjectOrReject();

    /// <summary>Returns the properties that the body sets.</summary>
    /// <exception cref="RejectedException">The body is not valid.</exception>
    public JObject Body(bool isPartial = false) => BodyReader.Read(Operation, Request, isPartial);

    private IReadOnlyList<string> ValuesOf(ApiParameter parameter) => parameter.In == "query"
        ? [.. Request.Query.Where(pair => pair.Key == parameter.Name).Select(pair => pair.Value)]
        : [.. Request.Headers[parameter.Name].OfType<string>()];
}
