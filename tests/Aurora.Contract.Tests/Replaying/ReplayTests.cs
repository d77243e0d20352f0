using Aurora.Contract.Tests.Replaying.Responses;
using Aurora.Spec.Documents;

namespace Aurora.Contract.Tests.Replaying;

/// <summary>Tests that the client reads everything that the document allows, and that its requests are valid.</summary>
[TestFixture]
public sealed class ReplayTests
{
    private static readonly SpecDocument Document =
        SpecDocument.Parse("aurora.yaml", File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "openapi", "aurora.yaml")));

    private ReplaySession _session = null!;
    private Replay _replay = null!;
    private IReadOnlyList<ReplayFailure> _requestFailures = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _session = new ReplaySession();
        _replay = new Replay(Document, _session);
        _requestFailures = await _replay.FindRoutesAsync();
    }

    [OneTimeTearDown]
    public void Stop() => _session.Dispose();

    [Test]
    public void Methods_send_valid_requests_and_have_the_documented_types() => Assert.That(_requestFailures, Is.Empty);

    [TestCaseSource(nameof(Numbers))]
    public async Task Response_is_read_correctly(int number) => Assert.That(await _replay.PlayAsync(_replay.Responses[number]), Is.Empty);

    [Test]
    public async Task All_operations_and_schemas_are_replayed()
    {
        var failures = new List<ReplayFailure>();
        await foreach (var failure in Replay.RunAsync(Document, _session))
            failures.Add(failure);

        Assert.That(failures, Is.Empty);
        Assert.That(ReplayInventory.Of(Document), Is.Not.Empty);
    }

    private static IEnumerable<TestCaseData> Numbers() =>
        new ResponseCases(ReplayedOperation.Of(Document), 10_000).Cases()
            .Select((replayed, number) => new TestCaseData(number).SetArgDisplayNames(replayed.ToString()));
}
