using Aurora.Client;
using Aurora.Document;
using Aurora.Spec.Documents;
using Aurora.Spec.Tests.Diffing;
using Aurora.Testing.Serving;

namespace Aurora.Contract.Tests.Replaying;

/// <summary>The client against everything that a document allows: what it asks, what it reads, and what it tells of.</summary>
internal sealed class Replay
{
    private readonly SpecDocument _document;
    private readonly ReplayStage _stage;
    private readonly AuroraDocument _rules;
    private readonly IReadOnlyList<ReplayedOperation> _operations;
    private readonly HashSet<string> _replayed = [];
    private readonly Dictionary<string, List<ClientRoute>> _routes = [];

    public Replay(SpecDocument document, ReplayStage stage)
    {
        (_document, _stage) = (document, stage);
        _rules = AuroraDocument.OfJson(DocumentJson.Of(document.Root, _ => false, _ => null).ToJsonString());
        _operations = ReplayedOperation.Of(document);
        Cases = [.. new ReplayDocuments(_operations, document).Cases()];
    }

    /// <summary>What the API may answer. A body is made when it is asked for.</summary>
    public IReadOnlyList<ReplayCase> Cases { get; }

    /// <summary>Every operation, response, parameter and schema of which something has been sent and read.</summary>
    public IReadOnlySet<string> Replayed => _replayed;

    /// <summary>Everything, one failure after another as they are found.</summary>
    /// <param name="document">Any document.</param>
    /// <param name="stage">The client.</param>
    /// <param name="about">A name: the answers that have to do with it come first.</param>
    public static async IAsyncEnumerable<ReplayFailure> RunAsync(SpecDocument document, ReplayStage stage, string about = "")
    {
        var replay = new Replay(document, stage);
        foreach (var failure in await replay.FindRoutesAsync())
            yield return failure;
        foreach (var replayed in replay.Cases.OrderByDescending(replayed => replayed.Name.Contains(about, StringComparison.Ordinal)))
        {
            foreach (var failure in await replay.PlayAsync(replayed))
                yield return failure;
        }

        foreach (var pointer in ReplayInventory.Of(document).Except(replay.Replayed))
            yield return new ReplayFailure(pointer, "Nothing of it has been replayed.");
    }

    /// <summary>Finds out which method of the client calls which operation, by calling them all, and how.</summary>
    public async Task<IReadOnlyList<ReplayFailure>> FindRoutesAsync()
    {
        var finder = new RouteFinder(_operations, Cases, _stage, _rules);
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
        var player = new CasePlayer(_document, _stage, replayed, _replayed);
        foreach (var route in _routes.GetValueOrDefault(replayed.Operation.Pointer) ?? [])
            failures.AddRange((await player.PlayAsync(route)).Select(failure => failure with { Text = $"{replayed}\n    {route.Method}: {failure.Text}" }));
        foreach (var request in _stage.Server.TakeRequests())
            failures.AddRange(_rules.CheckRequest(request).Select(fault => new ReplayFailure(replayed.Operation.Pointer, $"{replayed}\n    {fault}")));
        return failures;
    }

    private IEnumerable<ReplayFailure> MissingMethod(ReplayedOperation operation) => _routes.TryGetValue(operation.Pointer, out var routes)
        ? routes.Exists(route => route.Method.Name == operation.MethodName) ? [] : [new ReplayFailure(operation.Pointer + "/operationId", $"No method {operation.MethodName} calls {operation.Title}.")]
        : [new ReplayFailure(operation.Pointer, $"No method of the client calls {operation.Title}.")];
}
