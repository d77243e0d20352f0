using Aurora.Client;
using Aurora.Spec.Documents;
using Aurora.Testing.Serving;

namespace Aurora.Contract.Tests.Replaying;

/// <summary>
/// Tests the client against everything that a document allows. It checks the requests, the values that the client reads, and the drift that it
/// reports.
/// </summary>
internal sealed class Replay
{
    private readonly SpecDocument _document;
    private readonly ReplaySession _session;
    private readonly AuroraDocument _rules;
    private readonly IReadOnlyList<ReplayedOperation> _operations;
    private readonly HashSet<string> _replayed = [];
    private readonly Dictionary<string, List<ClientRoute>> _routes = [];

    public Replay(SpecDocument document, ReplaySession session)
    {
        (_document, _session) = (document, session);
        _rules = AuroraDocument.OfJson(DocumentJson.Of(document.Root, _ => false, _ => null).ToJsonString());
        _operations = ReplayedOperation.Of(document);
        Cases = [.. new ReplayDocuments(_operations, document).Cases()];
    }

    /// <summary>Gets the possible responses of the API. Bodies are created lazily.</summary>
    public IReadOnlyList<ReplayCase> Cases { get; }

    /// <summary>Gets the JSON pointers of all operations, responses, parameters and schemas that have been replayed.</summary>
    public IReadOnlySet<string> Replayed => _replayed;

    /// <summary>Replays a document and returns the failures as they are found.</summary>
    /// <param name="document">The document.</param>
    /// <param name="session">The client and the server.</param>
    /// <param name="about">A name. Cases whose name contains it are replayed first.</param>
    public static async IAsyncEnumerable<ReplayFailure> RunAsync(SpecDocument document, ReplaySession session, string about = "")
    {
        var replay = new Replay(document, session);
        foreach (var failure in await replay.FindRoutesAsync())
            yield return failure;
        foreach (var replayed in replay.Cases.OrderByDescending(replayed => replayed.Name.Contains(about, StringComparison.Ordinal)))
        {
            foreach (var failure in await replay.PlayAsync(replayed))
                yield return failure;
        }

        foreach (var pointer in ReplayInventory.Of(document).Except(replay.Replayed))
            yield return new ReplayFailure(pointer, "No case has replayed it.");
    }

    /// <summary>Calls all methods of the client to find out which operations they call.</summary>
    public async Task<IReadOnlyList<ReplayFailure>> FindRoutesAsync()
    {
        var finder = new RouteFinder(_operations, Cases, _session, _rules);
        foreach (var method in ClientMethod.All)
        {
            if (await finder.FindAsync(method) is { } route)
                _routes[route.Operation.Pointer] = [.. _routes.GetValueOrDefault(route.Operation.Pointer) ?? [], route];
        }

        _replayed.UnionWith(finder.Sent);
        var types = new TypeComparison(_document);
        var ofTypes = _routes.Values.SelectMany(routes => routes).SelectMany(route => route.CompareTypes(types));
        return [.. finder.Failures, .. _operations.SelectMany(MissingMethod), .. _operations.SelectMany(ParameterComparison.Compare), .. ofTypes];
    }

    public async Task<IReadOnlyList<ReplayFailure>> PlayAsync(ReplayCase replayed)
    {
        var failures = new List<ReplayFailure>();
        var player = new CasePlayer(_document, _session, replayed, _replayed);
        foreach (var route in _routes.GetValueOrDefault(replayed.Operation.Pointer) ?? [])
        {
            var failed = await player.PlayAsync(route);
            failures.AddRange(failed.Select(failure => failure with { Text = $"{replayed}\n    {route.Method}: {failure.Text}" }));
        }

        foreach (var request in _session.Server.TakeRequests())
        {
            failures.AddRange(_rules.CheckRequest(request)
                .Select(error => new ReplayFailure(replayed.Operation.Pointer, $"{replayed}\n    {error}")));
        }

        return failures;
    }

    private IEnumerable<ReplayFailure> MissingMethod(ReplayedOperation operation)
    {
        if (!_routes.TryGetValue(operation.Pointer, out var routes))
            return [new ReplayFailure(operation.Pointer, $"No method of the client calls {operation.Title}.")];
        return routes.Exists(route => route.Method.Name == operation.MethodName)
            ? []
            : [new ReplayFailure(operation.Pointer + "/operationId", $"No method with the name {operation.MethodName} calls {operation.Title}.")];
    }
}
