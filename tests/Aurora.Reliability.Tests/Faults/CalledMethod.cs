using Aurora.Client;

namespace Aurora.Reliability.Tests.Faults;

/// <summary>A method of the client that is called for the <see cref="Account"/>.</summary>
/// <param name="Name">The name in the tables.</param>
/// <param name="CallAsync">
/// Calls the method. Describes the difference from the expected result, or returns null. The callback is called for each video of a stream.
/// </param>
internal sealed record CalledMethod(string Name, Func<AuroraClient, Action, Task<string?>> CallAsync)
{
    private const string Unknown = "00000000-0000-0000-0000-";

    private static readonly IReadOnlyList<Guid> UnknownIds =
        [.. Enumerable.Range(1, AuroraApi.MaxIds).Select(number => Guid.Parse($"{Unknown}{number:d12}"))];

    public static IReadOnlyList<CalledMethod> All { get; } =
    [
        new("ListAsync", async (aurora, _) => Account.Difference(await aurora.ListAsync())),
        new("StreamAsync", StreamAsync),
        new("GetManyAsync", GetManyAsync) { IsAffected = target => !target.Contains(Unknown) },
        new("WatchAsync", WatchAsync) { RequestsBefore = 1 },
    ];

    /// <summary>Gets a predicate that selects the request to inject the fault into, if a call sends several.</summary>
    public Func<string, bool> IsAffected { get; private init; } = _ => true;

    /// <summary>Gets the number of requests with the same target that succeed before the fault.</summary>
    public int RequestsBefore { get; private init; }

    /// <summary>Returns the body of the normal response to a request.</summary>
    public string Json(RawRequest request) =>
        Account.Json(request.Target, RequestsBefore == 0 ? null : request.Number <= RequestsBefore ? "running" : "done");

    public override string ToString() => Name;

    private static async Task<string?> StreamAsync(AuroraClient aurora, Action delivered)
    {
        var videos = new List<AuroraFlow>();
        await foreach (var video in aurora.StreamAsync())
        {
            videos.Add(video);
            delivered();
        }

        return Account.Difference(videos);
    }

    // Sends two requests. The fault is injected into the second one.
    private static async Task<string?> GetManyAsync(AuroraClient aurora, Action delivered)
    {
        var result = await aurora.GetManyAsync([.. UnknownIds, .. Account.Ids]);
        return result.MissingIds.SequenceEqual(UnknownIds) ? Account.Difference(result.Videos) : "the missing IDs differ";
    }

    // Polls twice. The fault is injected into the second poll.
    private static async Task<string?> WatchAsync(AuroraClient aurora, Action delivered)
    {
        var changes = new List<AuroraChange>();
        await foreach (var change in aurora.WatchAsync(Account.Ids, new() { Interval = TimeSpan.FromMilliseconds(100) }))
            changes.Add(change);
        return Account.Difference(changes.Take(Account.Ids.Count).Select(change => change.Video), "running")
            ?? Account.Difference(changes.Skip(Account.Ids.Count).Select(change => change.Video), "done");
    }
}
