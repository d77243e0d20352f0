namespace Aurora.TestKit;

/// <summary>
/// Validates the requests to the fakes against the document, and attributes errors to tests: to the test that started the fake, or the running
/// tests of the fixture that started it. Errors of other fakes are attributed to all running tests.
/// </summary>
internal sealed class RequestMonitor(AuroraDocument document)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, MonitoredTest> _running = [];
    private readonly RequestErrors _betweenTests = new();

    /// <param name="test">The ID of the test.</param>
    /// <param name="fixtures">The IDs of the fixtures that contain the test.</param>
    public void Begin(string test, IEnumerable<string> fixtures)
    {
        lock (_lock)
            _running[test] = new MonitoredTest([test, .. fixtures]);
    }

    /// <summary>Returns the errors in the requests of a test, one line each.</summary>
    public IReadOnlyList<string> End(string test)
    {
        lock (_lock)
        {
            if (!_running.Remove(test, out var ended))
                return [];
            return [.. _betweenTests.Take("Sent before this test, outside of any test: "), .. ended.Errors.Take("")];
        }
    }

    /// <param name="owner">The ID of the test or fixture that started the fake.</param>
    /// <param name="request">The request.</param>
    public void Check(string owner, SentRequest request)
    {
        var errors = document.CheckRequest(request);
        if (errors.Count == 0)
            return;
        lock (_lock)
        {
            var owners = _running.Values.Where(test => test.Ids.Contains(owner)).ToList();
            foreach (var target in (owners.Count > 0 ? owners : [.. _running.Values]).Select(test => test.Errors).DefaultIfEmpty(_betweenTests))
                target.Add(request, errors);
        }
    }

    private sealed class MonitoredTest(HashSet<string> ids)
    {
        public HashSet<string> Ids => ids;

        public RequestErrors Errors { get; } = new();
    }
}
