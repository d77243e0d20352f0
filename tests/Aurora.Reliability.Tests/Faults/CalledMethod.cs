using Aurora.Client;

namespace Aurora.Reliability.Tests.Faults;

/// <summary>A method of the client, called on the <see cref="Account"/>.</summary>
/// <param name="Name">Its name in the tables.</param>
/// <param name="CallAsync">Calls it and says what is wrong with its result, or null; counts what a stream delivers.</param>
internal sealed record CalledMethod(string Name, Func<AuroraClient, Action, Task<string?>> CallAsync)
{
    private const string Unknown = "00000000-0000-0000-0000-";

    private static readonly IReadOnlyList<Guid> Strangers = [.. Enumerable.Range(1, AuroraApi.MaxIds).Select(number => Guid.Parse($"{Unknown}{number:d12}"))];

    public static IReadOnlyList<CalledMethod> All { get; } =
    [
        new("ListAsync", async (aurora, _) => Account.Difference(await aurora.ListAsync())),
        new("StreamAsync", StreamAsync),
        new("GetManyAsync", GetManyAsync) { Meets = target => !target.Contains(Unknown) },
        new("WatchAsync", WatchAsync) { Before = 1 },
    ];

    /// <summary>Whether a request is the one in question, of several that the call makes.</summary>
    public Func<string, bool> Meets { get; private init; } = _ => true;

    /// <summary>How many requests for the same target are answered first.</summary>
    public int Before { get; private init; }

    /// <summary>The right answer to a request.</summary>
    public string Json(RawRequest request) => Account.Json(request.Target, Before == 0 ? null : request.Number <= Before ? "running" : "done");

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

    // Two requests, the second of which is the one in question.
    private static async Task<string?> GetManyAsync(AuroraClient aurora, Action delivered)
    {
        var many = await aurora.GetManyAsync([.. Strangers, .. Account.Ids]);
        return many.MissingIds.SequenceEqual(Strangers) ? Account.Difference(many.Videos) : "other missing ids";
    }

    // Two polls, the second of which is the one in question.
    private static async Task<string?> WatchAsync(AuroraClient aurora, Action delivered)
    {
        var changes = new List<AuroraChange>();
        await foreach (var change in aurora.WatchAsync(Account.Ids, new() { Interval = TimeSpan.FromMilliseconds(100) }))
            changes.Add(change);
        return Account.Difference(changes.Take(Account.Ids.Count).Select(change => change.Video), "running")
            ?? Account.Difference(changes.Skip(Account.Ids.Count).Select(change => change.Video), "done");
    }
}
