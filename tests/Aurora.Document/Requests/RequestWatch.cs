using Aurora.Testing;

namespace Aurora.Document;

/// <summary>
/// Holds every request to every fake to the document, and keeps what is wrong for the test that made it: the one that started
/// the server or belongs to the fixture that did, and where that is not running, every one that is.
/// </summary>
internal sealed class RequestWatch(AuroraDocument document)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, WatchedTest> _running = [];
    private readonly RequestFaults _betweenTests = new();

    /// <param name="server">A fake.</param>
    /// <param name="owner">The id of the test or fixture that started it.</param>
    public void Watch(AuroraServer server, string owner) => server.Log.Received += request => Check(owner, SentRequest.Of(request));

    public void Begin(string test, IEnumerable<string> fixtures)
    {
        lock (_lock)
            _running[test] = new WatchedTest([test, .. fixtures]);
    }

    /// <returns>What was wrong with the requests of this test, one line each; empty where nothing was.</returns>
    public IReadOnlyList<string> End(string test)
    {
        lock (_lock)
        {
            if (!_running.Remove(test, out var ended))
                return [];
            return [.. _betweenTests.Take("Before this test, outside of any: "), .. ended.Faults.Take("")];
        }
    }

    public void Check(string owner, SentRequest request)
    {
        var faults = document.CheckRequest(request);
        if (faults.Count == 0)
            return;
        lock (_lock)
        {
            var owners = _running.Values.Where(test => test.Ids.Contains(owner)).ToList();
            foreach (var kept in (owners.Count > 0 ? owners : [.. _running.Values]).Select(test => test.Faults).DefaultIfEmpty(_betweenTests))
                kept.Add(request, faults);
        }
    }

    private sealed record WatchedTest(HashSet<string> Ids)
    {
        public RequestFaults Faults { get; } = new();
    }
}
