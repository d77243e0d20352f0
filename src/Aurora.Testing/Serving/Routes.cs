namespace Aurora.Testing.Serving;

/// <summary>Finds the operation of a request.</summary>
internal sealed class Routes(ApiDocument document)
{
    // A path without parameters takes precedence over one that has them.
    private readonly List<ApiPath> _paths = [.. document.Paths.OrderBy(path => path.Template.Parameters.Count)];

    /// <summary>Gets all operations, such as <c>GET /api/aurora/</c>.</summary>
    public IEnumerable<string> Operations =>
        document.Paths.SelectMany(path => path.Operations.Select(operation => $"{operation.Method} {path.Template.Text}"));

    /// <summary>Returns the path and the values of its parameters, or null if the document does not have it.</summary>
    public (ApiPath Path, IReadOnlyDictionary<string, string> Values)? Find(string path)
    {
        foreach (var candidate in _paths)
        {
            if (candidate.Template.Match(path) is { } values)
                return (candidate, values);
        }

        return null;
    }

    /// <summary>Returns the operation of a request, or null if the document does not have it.</summary>
    public ApiOperation? Operation(ReceivedRequest request) => Find(request.Path)?.Path.Operation(request.Method);
}
