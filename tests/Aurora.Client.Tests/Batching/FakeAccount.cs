namespace Aurora.Client.Tests.Batching;

/// <summary>A fake account with the function for one request on which calls with many ids are built.</summary>
internal sealed class FakeAccount
{
    private readonly object _lock = new();
    private int _active;

    public Dictionary<Guid, AuroraFlow> Videos { get; } = [];

    /// <summary>The ids of each request, in the order of arrival.</summary>
    public List<IReadOnlyList<Guid>> Requests { get; } = [];

    public int MostActive { get; private set; }

    /// <summary>Is called with the number of the request, starting at 1, before the response. It can wait or throw.</summary>
    public Func<int, CancellationToken, Task> Before { get; set; } = (_, _) => Task.CompletedTask;

    public static Guid Id(int number) => new(number, 0, 0, new byte[8]);

    public static List<Guid> Ids(int count) => [.. Enumerable.Range(1, count).Select(Id)];

    public FakeAccount With(int count)
    {
        foreach (var id in Ids(count))
            Set(id, AuroraStatus.Done);
        return this;
    }

    public void Set(Guid id, AuroraStatus status, double progress = 0) => Videos[id] = new AuroraFlow { Id = id, Status = status, Progress = progress };

    public async Task<IReadOnlyList<AuroraFlow>> ListAsync(IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        int number;
        lock (_lock)
        {
            Requests.Add(ids);
            number = Requests.Count;
            MostActive = Math.Max(MostActive, ++_active);
        }

        try
        {
            await Before(number, cancellationToken);
            // The API does not keep the order of the ids either.
            lock (_lock)
                return [.. ids.Where(Videos.ContainsKey).Select(id => Videos[id]).Reverse()];
        }
        finally
        {
            lock (_lock)
                _active--;
        }
    }
}
