using Aurora.Client;
using Aurora.Contract.Tests.Replaying.Requests;
using Aurora.Contract.Tests.Replaying.Responses;
using Aurora.Spec.Documents;
using Aurora.Testing.Serving;

namespace Aurora.Contract.Tests.Replaying;

/// <summary>
/// Tests the client against everything that a document allows. It checks the requests, the values that the client reads, and the drift that it
/// reports.
/// </summary>
internal sealed class Replay
{
    private readonly ReplaySession _session;
    private readonly AuroraDocument _rules;
    private readonly IReadOnlyList<ReplayedOperation> _operations;
    private readonly HashSet<string> _replayed = [];
    private readonly Dictionary<string, List<ClientRoute>> _routes = [];

    /// <param name="document">The document.</param>
    /// <param name="session">The client and the server.</param>
    /// <param name="manyItems">The number of items in a long list.</param>
    public Replay(SpecDocument document, ReplaySession session, int manyItems = 10_000)
    {
        _session = session;
        _rules = AuroraDocument.Parse(document.Text);
        _operations = ReplayedOperation.Of(document);
        Responses = [.. new ResponseCases(_operations, manyItems).Cases()];
        Requests = [.. RequestCase.Of(_operations)];
    }

    /// <summary>Gets the possible responses of the API. Bodies are created lazily.</summary>
    public IReadOnlyList<ResponseCase> Responses { get; }

    /// <summary>Gets the bodies that callers can want to send.</summary>
    public IReadOnlyList<RequestCase> Requests { get; }

    /// <summary>Gets the JSON pointers of all operations, responses, parameters and schemas that have been replayed.</summary>
    public IReadOnlySet<string> Replayed => _replayed;

    /// <summary>Replays a document and returns the failures as they are found.</summary>
    /// <param name="document">The document.</param>
    /// <param name="session">The client and the server.</param>
    /// <param name="about">A name. Cases whose name contains it are replayed first.</param>
    /// <param name="manyItems">The number of items in a long list.</param>
    public static async IAsyncEnumerable<ReplayFailure> RunAsync(SpecDocument document, ReplaySession session, string about = "", int manyItems = 10_000)
    {
        var replay = new Replay(document, session, manyItems);
        foreach (var failure in await replay.FindRoutesAsync())
            yield return failure;
        await foreach (var failure in replay.PlayRequestsAsync(about))
            yield return failure;
        foreach (var replayed in replay.Responses.OrderByDescending(replayed => replayed.Name.Contains(about, StringComparison.Ordinal)))
        {
            foreach (var failure in await replay.PlayAsync(replayed))
                yield return failure;
        }

        foreach (var pointer in ReplayInventory.Missing(document, replay.Replayed))
            yield return new ReplayFailure(pointer, "No case has replayed it.");
    }

    /// <summary>Replays only the requests of a document.</summary>
    /// <inheritdoc cref="RunAsync"/>
    public static async IAsyncEnumerable<ReplayFailure> RunRequestsAsync(SpecDocument document, ReplaySession session, string about)
    {
        var replay = new Replay(document, session);
        foreach (var failure in await replay.FindRoutesAsync())
            yield return failure;
        await foreach (var failure in replay.PlayRequestsAsync(about))
            yield return failure;
    }

    /// <summary>Calls all methods of the client to find out which operations they call.</summary>
    public async Task<IReadOnlyList<ReplayFailure>> FindRoutesAsync()
    {
        var finder = new RouteFinder(_operations, Responses, _session, _rules);
        foreach (var method in ClientMethod.All.Where(IsReplayed))
        {
            if (await finder.FindAsync(method) is { } route)
                _routes[route.Operation.Pointer] = [.. _routes.GetValueOrDefault(route.Operation.Pointer) ?? [], route];
        }

        _replayed.UnionWith(finder.Sent);
        var types = new TypeComparison();
        var ofTypes = _routes.Values.SelectMany(routes => routes).SelectMany(route => route.CompareTypes(types));
        return [.. finder.Failures, .. _operations.SelectMany(MissingMethod), .. _operations.SelectMany(ParameterComparison.Compare), .. ofTypes];
    }

    public async Task<IReadOnlyList<ReplayFailure>> PlayAsync(ResponseCase replayed)
    {
        var failures = new List<ReplayFailure>();
        var player = new ResponsePlayer(_session, replayed, _replayed);
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

    public async Task<IReadOnlyList<ReplayFailure>> PlayAsync(RequestCase replayed)
    {
        var failures = new List<ReplayFailure>();
        _session.Server.Respond = RouteFinder.SuccessOf(Responses);
        var player = new RequestPlayer(_session, replayed, _rules, _replayed);
        foreach (var route in _routes.GetValueOrDefault(replayed.Operation.Pointer) ?? [])
            failures.AddRange((await player.PlayAsync(route)).Select(failure => failure with { Text = $"{replayed}\n    {route.Method}: {failure.Text}" }));
        return failures;
    }

    private async IAsyncEnumerable<ReplayFailure> PlayRequestsAsync(string about)
    {
        foreach (var replayed in Requests.OrderByDescending(replayed => replayed.Name.Contains(about, StringComparison.Ordinal)))
        {
            foreach (var failure in await PlayAsync(replayed))
                yield return failure;
        }
    }

    // The hand-written methods cannot read a page of a list. An update asks the maintainer to change them.
    private bool IsReplayed(ClientMethod method) =>
        !_operations.Any(operation => operation.IsPagedList) || _operations.Any(operation => operation.MethodName == method.Name);

    private IEnumerable<ReplayFailure> MissingMethod(ReplayedOperation operation)
    {
        if (!_routes.TryGetValue(operation.Pointer, out var routes))
            return [new ReplayFailure(operation.Pointer, $"No method of the client calls {operation.Title}.")];
        return routes.Exists(route => route.Method.Name == operation.MethodName)
            ? []
            : [new ReplayFailure(operation.Pointer + "/operationId", $"No method with the name {operation.MethodName} calls {operation.Title}.")];
    }
}
