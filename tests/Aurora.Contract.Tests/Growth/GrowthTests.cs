using Aurora.Contract.Tests.Replaying;
using Aurora.Spec.Documents;

namespace Aurora.Contract.Tests.Growth;

/// <summary>Replays documents that the vendor could publish next, each with a client that is generated from it.</summary>
[TestFixture]
public sealed class GrowthTests
{
    // Reading a long list is tested with the client of this build.
    private const int ManyItems = 200;

    // The client cannot express these documents, and an update refuses them.
    private static readonly string[] Refused = ["binary-response", "two-hashed-status", "upload"];

    private static IEnumerable<string> Names => GrowthDocument.Names.Except(Refused);

    [TestCaseSource(nameof(Names))]
    public async Task Client_sends_and_reads_what_its_document_allows(string name)
    {
        var document = GrowthDocument.Parse(name);
        var client = await GrownClient.OfAsync(document);

        Assert.That(await client.Bind<Func<SpecDocument, Task<IReadOnlyList<string>>>>(ReplayAsync)(document), Is.Empty);
    }

    /// <summary>Replays a document with the client that is loaded with this copy of the tests.</summary>
    internal static async Task<IReadOnlyList<string>> ReplayAsync(SpecDocument document)
    {
        using var session = new ReplaySession();
        var failures = new List<string>();
        await foreach (var failure in Replay.RunAsync(document, session, manyItems: ManyItems))
            failures.Add(failure.ToString());
        return failures;
    }
}
