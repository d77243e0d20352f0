using Aurora.Spec.Documents;

namespace Aurora.Contract.Tests.Replaying;

/// <summary>The client reads whatever the document allows into the values that were sent, and asks as the document has it.</summary>
[TestFixture]
public sealed class ReplayTests
{
    private static readonly SpecDocument Document = SpecDocument.Parse("aurora.yaml", File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "openapi", "aurora.yaml")));

    private ReplayStage _stage = null!;
    private Replay _replay = null!;
    private IReadOnlyList<ReplayFailure> _ofRequests = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _stage = new ReplayStage();
        _replay = new Replay(Document, _stage);
        _ofRequests = await _replay.FindRoutesAsync();
    }

    [OneTimeTearDown]
    public void Stop() => _stage.Dispose();

    [Test]
    public void Every_method_of_the_client_asks_for_what_the_document_has_and_has_its_types() => Assert.That(_ofRequests, Is.Empty);

    [TestCaseSource(nameof(Numbers))]
    public async Task Answer_is_read_into_what_was_sent(int number) => Assert.That(await _replay.PlayAsync(_replay.Cases[number]), Is.Empty);

    [Test]
    public async Task Every_operation_and_schema_is_replayed()
    {
        var failures = new List<ReplayFailure>();
        await foreach (var failure in Replay.RunAsync(Document, _stage))
            failures.Add(failure);

        Assert.That(failures, Is.Empty);
        Assert.That(ReplayInventory.Of(Document), Is.Not.Empty);
    }

    private static IEnumerable<TestCaseData> Numbers() =>
        new ReplayDocuments(ReplayedOperation.Of(Document), Document).Cases().Select((replayed, number) => new TestCaseData(number).SetArgDisplayNames(replayed.ToString()));
}
